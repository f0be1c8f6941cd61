//! A checksum of sixteen bits.

/// CRC-16/CCITT-FALSE: polynomial 0x1021, start 0xFFFF, nothing reflected or added.
///
/// Reference: the catalogue of parametrised CRC algorithms (G. Cook), `CRC-16/IBM-3740`.
#[must_use]
pub fn crc16(bytes: &[u8]) -> u16 {
    let mut crc = 0xFFFF;
    for byte in bytes {
        crc ^= u16::from(*byte) << 8;
        for _ in 0..8 {
            let carries = crc & 0x8000 != 0;
            crc <<= 1;
            if carries {
                crc ^= 0x1021;
            }
        }
    }
    crc
}
