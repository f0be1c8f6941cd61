//! Results that travel as a few letters: by voice, on paper, in a picture.
//!
//! Neither code is secret or proof of anything: anyone can make one.

mod crc;
mod long;
mod short;
mod symbols;

pub use crc::crc16;
pub use long::{Long, LongAnswer};
pub use short::{Reading, Short};

/// The version of both codes.
pub const VERSION: u8 = 1;
