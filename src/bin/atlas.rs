//! The part of the program for lists, maps and tables; pages that need it load it.

fn main() {
    buoc_so::ui::atlas::start();
}
