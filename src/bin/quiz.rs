//! The part of the program for the self-check; its pages load it.

fn main() {
    buoc_so::ui::quiz::start();
}
