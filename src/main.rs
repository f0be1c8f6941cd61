//! The program of the portal, as the browser runs it.

fn main() {
    buoc_so::ui::app::start();
}
