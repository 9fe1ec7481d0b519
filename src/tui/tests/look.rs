//! Prints a screen for whoever draws it: `LOOK="b<enter>" LOOK_LANG=ko LOOK_SIZE=80x24 cargo test --lib look -- --nocapture`.

use super::session;
use crate::words::Lang;

#[test]
fn look() {
    let Ok(all) = std::env::var("LOOK") else { return };
    for look in all.split("|||") {
        let mut parts = look.splitn(3, ' ');
        let (lang, size, keys) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap_or_default());
        let lang: Lang = lang.parse().unwrap();
        let (columns, rows) = size.split_once('x').unwrap();
        let script = session(lang).sized(columns.parse().unwrap(), rows.parse().unwrap()).keys(keys).saved();
        println!("=== {look}\n{}", script.screen());
    }
}
