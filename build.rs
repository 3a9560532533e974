//! Builds anew when a migration is added: the compiler alone only notices changes in those it knows.

fn main() {
    println!("cargo:rerun-if-changed=migrations");
}
