//! The settings as the built binary takes them: keys, colours and the mouse from a file that is wrong in one place;
//! and an undo that would go into an earlier session asks first.

use std::fs;
use std::time::Duration;

use crate::endings::{capture, ready};
use crate::home::{Home, lines};
use crate::pty::Pty;

const LIMIT: Duration = Duration::from_secs(5);

fn contains(bytes: &[u8], part: &str) -> bool {
    bytes.windows(part.len()).any(|window| window == part.as_bytes())
}

/// A home with these settings.
fn set(settings: &str) -> Home {
    let home = Home::with_study(&["P01"]);
    let folder = home.path().join("config/whybuy");
    fs::create_dir_all(&folder).unwrap();
    fs::write(folder.join("config.toml"), settings).unwrap();
    home
}

#[test]
fn keys_colours_and_mouse_come_from_a_file_that_is_wrong_in_one_place() {
    let home = set("palette = \"light\"\nmouse = true\n[keys.capture]\ntrigger = \"^X\"\nstar = \"F2\"\n");
    let mut pty = capture(&home);
    pty.shows("config.toml:5: ");
    pty.keys("\x18");
    pty.shows("[계기]");
    pty.shows("^X 계기");
    // A click on the second hint: the dimension criteria, whose key the file wanted to give away.
    let footer = pty.until("the hints", |picture| picture.rows[23].contains("F2 기준")).rows[23].clone();
    let column = whybuy::domain::text::width(&footer[..footer.find("F2").unwrap()]) + 1;
    pty.keys(&format!("\x1b[<0;{column};24M\x1b[<0;{column};24m"));
    pty.shows("[기준]");
    pty.keys("\x03");
    pty.ends_within(LIMIT);
    pty.drain();
    let bytes = pty.bytes();
    assert!(contains(&bytes, "\x1b[?1000h") && contains(&bytes, "\x1b[?1000l"), "the mouse is taken and given back");
    assert!(contains(&bytes, "38;5;94"), "the trigger is brown on a light ground");
}

#[test]
fn what_nobody_set_leaves_the_mouse_alone_and_the_ground_dark() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    pty.keys("\x03");
    pty.ends_within(LIMIT);
    pty.drain();
    let bytes = pty.bytes();
    assert!(!contains(&bytes, "?1000h") && contains(&bytes, "38;5;214"));
}

#[test]
fn undo_asks_before_it_goes_into_an_earlier_session() {
    let home = Home::with_study(&["P01"]);
    let mut pty = capture(&home);
    pty.keys("첫 줄\r");
    pty.shows("v 00:00:0");
    pty.keys("\x03");
    pty.ends_within(LIMIT);
    let mut pty = Pty::start(&home, &["log", "P01", "--lang", "ko"], 24, 80);
    ready(&pty);
    pty.keys("둘째 줄\r\x1a");
    pty.shows("되돌림: P01-L002 기록");
    pty.keys("\x1a");
    pty.shows("되돌릴까요: P01-L001 기록");
    pty.keys("\x1b");
    pty.until("the question gone", |picture| !picture.text().contains("되돌릴까요"));
    pty.keys("\x1a");
    pty.shows("되돌릴까요: P01-L001 기록");
    pty.keys("1");
    pty.shows("되돌림: P01-L001 기록");
    pty.keys("\x03");
    pty.ends_within(LIMIT);
    assert!(lines(&home.research(), "P01").is_empty());
}
