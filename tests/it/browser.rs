//! The HTML brief as a browser shows it: nothing is fetched, no script runs, nothing stands out sideways, every line is
//! short enough to be read and dark enough to be seen; on a desk, on a phone, in the dark and on A4; and the same with
//! hostile text in every field. The pictures are kept in `target/tmp/browser` for people to look at.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use whybuy::domain::brief::Brief;
use whybuy::exchange::html::{self, Templates};
use whybuy::words::{Lang, Words};

use crate::chromium::Chromium;
use crate::payloads::PAYLOADS;
use crate::rich;

pub const DESK: (u32, u32) = (1280, 900);
pub const PHONE: (u32, u32) = (390, 844);
/// The width of A4 (210 mm) without the margins of the style sheet (18 mm each), in CSS pixels.
const PAPER: (u32, u32) = (657, 900);

/// What stands out of the window sideways, apart from what scrolls by itself.
pub const OVERFLOW: &str = "(() => {
  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const out = [...document.querySelectorAll('body *')].filter(it => !it.closest('.wide') && !it.closest('thead') &&
    it.getClientRects().length && (it.getBoundingClientRect().right > window.innerWidth + 1 || it.getBoundingClientRect().left < -3));
  return (wide > 1 ? ['page wider by ' + wide] : []).concat(out.slice(0, 3).map(it => it.tagName + '.' + it.className + ' ' + it.textContent.slice(0, 40)));
})()";

/// What must not be in the page: elements beyond those of the templates, handlers, style, addresses that lead out.
const FOREIGN: &str = "(() => {
  const known = 'html head meta title style body main header section article figure figcaption blockquote h1 h2 h3 h4 p ul li dl div dt dd table caption thead tbody tr th td a b q br span svg circle path polygon polyline rect line text tspan desc'.split(' ');
  const found = [];
  for (const it of document.querySelectorAll('*')) {
    if (!known.includes(it.localName)) found.push('element ' + it.localName);
    for (const at of it.attributes) {
      if (at.name.startsWith('on') || at.name === 'style' || at.name === 'src') found.push(it.localName + ' ' + at.name);
      if (['href', 'cite'].includes(at.name) && !at.value.startsWith('#')) found.push(it.localName + ' ' + at.name);
    }
  }
  if (window.hit) found.push('a script ran');
  return found;
})()";

/// The longest row of running text, in characters and in Hangul syllables.
pub const LONGEST_ROW: &str = "(() => {
  let chars = 0, syllables = 0, which = '';
  for (const block of document.querySelectorAll('p, li, dd, q, caption')) {
    const rows = new Map();
    const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
    const range = document.createRange();
    while (walker.nextNode()) {
      const node = walker.currentNode;
      for (let at = 0; at < node.data.length; at++) {
        range.setStart(node, at); range.setEnd(node, at + 1);
        const box = range.getBoundingClientRect();
        if (!box.width) continue;
        const row = Math.round(box.bottom / 8);
        rows.set(row, (rows.get(row) || '') + node.data[at]);
      }
    }
    for (const text of rows.values()) {
      if (text.length > chars) { chars = text.length; which = text; }
      syllables = Math.max(syllables, (text.match(/[가-힣]/g) || []).length);
    }
  }
  return { chars, syllables, which };
})()";

/// Text whose contrast with the ground is below 4.5 (WCAG 2.2, success criterion 1.4.3).
pub const FAINT: &str = "(() => {
  const parts = colour => colour.match(/[0-9.]+/g).slice(0, 3).map(Number);
  const light = colour => { const [r, g, b] = parts(colour).map(c => (c /= 255) <= .04045 ? c / 12.92 : ((c + .055) / 1.055) ** 2.4); return .2126 * r + .7152 * g + .0722 * b; };
  const ground = light(getComputedStyle(document.body).backgroundColor);
  const faint = new Set();
  for (const it of document.querySelectorAll('body *')) {
    if (![...it.childNodes].some(node => node.nodeType === 3 && node.data.trim())) continue;
    const style = getComputedStyle(it);
    const ink = light(it.closest('svg') ? style.fill : style.color);
    const ratio = (Math.max(ink, ground) + .05) / (Math.min(ink, ground) + .05);
    if (ratio < 4.5) faint.add(it.localName + '.' + it.className + ' ' + ratio.toFixed(2));
  }
  return [...faint];
})()";

/// A folder for the pages and their pictures.
pub fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("browser");
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn written(brief: &Brief, lang: Lang, name: &str) -> PathBuf {
    let file = folder().join(name).with_extension("html");
    fs::write(&file, html::brief(brief, &Words::new(lang), &Templates::default()).unwrap()).unwrap();
    file
}

/// Nothing but the page itself was asked for, nothing was refused or complained of, nothing ran.
pub fn is_quiet(browser: &mut Chromium, file: &Path, what: &str) {
    let foreign = browser.ask(FOREIGN);
    assert_eq!(foreign, json!([]), "{what}");
    for event in &browser.events {
        let told = event["method"].as_str().unwrap_or_default();
        let asked = event["params"]["request"]["url"].as_str().unwrap_or_default();
        match told {
            "Network.requestWillBeSent" => assert_eq!(asked, format!("file://{}", file.display()), "{what}"),
            "Log.entryAdded"
            | "Runtime.consoleAPICalled"
            | "Runtime.exceptionThrown"
            | "Page.javascriptDialogOpening"
            | "Page.windowOpen"
            | "Page.frameAttached" => panic!("{what}: {event}"),
            _ => {}
        }
    }
}

fn fits(browser: &mut Chromium, what: &str) {
    assert_eq!(browser.ask(OVERFLOW), json!([]), "{what}");
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

#[test]
fn the_sample_briefs_are_read_on_a_desk_a_phone_in_the_dark_and_on_paper() {
    let Some(mut browser) = Chromium::start() else { return };
    for lang in [Lang::En, Lang::Ko] {
        for (at, brief) in rich::briefs(lang).iter().enumerate() {
            let name = format!("{}-{}", lang.name(), at + 1);
            let file = written(brief, lang, &name);
            let keep = |kind: &str, bytes: Vec<u8>| fs::write(folder().join(format!("{name}-{kind}")), bytes).unwrap();
            for (scheme, kind) in [("light", "desk.png"), ("dark", "dark.png")] {
                browser.media("screen", scheme);
                browser.open(&file, DESK);
                is_quiet(&mut browser, &file, &name);
                fits(&mut browser, &name);
                assert_eq!(browser.ask(FAINT), json!([]), "{name} {scheme}");
                keep(kind, browser.picture(true));
            }
            let row = browser.ask(LONGEST_ROW);
            assert!(number(&row["chars"]) <= 70 && number(&row["syllables"]) <= 38, "{name}: {row}");
            browser.media("screen", "light");
            browser.open(&file, PHONE);
            fits(&mut browser, &format!("{name} on a phone"));
            keep("phone.png", browser.picture(true));
            browser.media("print", "dark");
            browser.open(&file, PAPER);
            fits(&mut browser, &format!("{name} on paper"));
            let ground = browser.ask("getComputedStyle(document.body).backgroundColor");
            assert_eq!(ground, "rgb(255, 255, 255)", "paper is white");
            let pdf = browser.pdf();
            assert!(pdf.starts_with(b"%PDF") && is_a4(&pdf), "{name}");
            keep("paper.pdf", pdf);
        }
    }
}

/// Whether every page is A4: 595 by 842 points, to a point.
fn is_a4(pdf: &[u8]) -> bool {
    let text = String::from_utf8_lossy(pdf);
    let boxes: Vec<Vec<f64>> = text
        .split("/MediaBox [")
        .skip(1)
        .map(|rest| rest.split(']').next().unwrap().split_whitespace().map(|it| it.parse().unwrap()).collect())
        .collect();
    !boxes.is_empty() && boxes.iter().all(|it| (it[2] - 595.0).abs() <= 1.5 && (it[3] - 842.0).abs() <= 1.5)
}

#[test]
fn no_hostile_text_runs_asks_or_breaks_the_page() {
    let Some(mut browser) = Chromium::start() else { return };
    let brief = &rich::small(rich::briefs(Lang::Ko).remove(1));
    let shape = "['h1', 'h2', 'h3', 'table', 'tr', 'article', 'blockquote', 'svg'].map(it => document.querySelectorAll(it).length)";
    let file = written(&rich::with_everywhere(brief, "harmless"), Lang::Ko, "harmless");
    browser.open(&file, DESK);
    let harmless = browser.ask(shape);
    assert!(harmless.as_array().unwrap().iter().all(|it| number(it) > 0));
    for (at, payload) in PAYLOADS.iter().enumerate() {
        let what = format!("payload {}: {payload:?}", at + 1);
        let file = written(&rich::with_everywhere(brief, payload), Lang::Ko, "hostile");
        browser.media("screen", "light");
        browser.open(&file, DESK);
        for size in [DESK, PHONE] {
            browser.size(size);
            fits(&mut browser, &what);
            // What scrolls by itself scrolls no further than a table of its size may.
            let inner =
                browser.ask("Math.max(0, ...[...document.querySelectorAll('.wide')].map(it => it.scrollWidth))");
            assert!(number(&inner) < 1200, "{what}: a table is {inner} wide");
        }
        assert_eq!(browser.ask(shape), harmless, "{what}");
        is_quiet(&mut browser, &file, &what);
    }
}

#[test]
fn the_probes_see_what_they_look_for() {
    let Some(mut browser) = Chromium::start() else { return };
    let file = folder().join("broken.html");
    let page = "<!DOCTYPE html><body style='background:#fff'><p style='width:3000px;color:#ccc'>faint</p><script>window.hit=1</script>\
                <img src='https://evil.example/x.png'><a href='javascript:1'>x</a></body>";
    fs::write(&file, page).unwrap();
    browser.media("screen", "light");
    browser.open(&file, DESK);
    let found = browser.ask(FOREIGN).to_string();
    for told in ["element script", "element img", "img src", "a href", "a script ran", "body style"] {
        assert!(found.contains(told), "{told}: {found}");
    }
    assert_ne!(browser.ask(OVERFLOW), json!([]));
    assert_ne!(browser.ask(FAINT), json!([]));
    let asked = |it: &Value| it["params"]["request"]["url"] == "https://evil.example/x.png";
    assert!(browser.events.iter().any(asked), "a request is heard");
    let row = browser.ask(LONGEST_ROW);
    assert_eq!(number(&row["chars"]), 5);
}
