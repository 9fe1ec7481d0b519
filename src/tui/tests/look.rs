//! Prints screens for whoever draws them; each is a language, a size and the keys that lead there:
//! `LOOK="ko 80x24 b<enter>|||en 120x40 tc" cargo test --lib look -- --nocapture`.

use super::session;
use crate::words::Lang;

#[test]
#[allow(clippy::disallowed_macros)] // it prints for whoever draws
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
