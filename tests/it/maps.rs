//! Maps as a browser shows them: the HTML map and the drawings, on a desk, on a phone, in the dark, on A4 and without
//! colour; nothing is fetched, nothing runs, nothing stands out sideways, also with hostile text in every field. The
//! pictures are kept in `target/tmp/browser` for people to look at. And as other programs read them: Markdown keeps its
//! structure, no cell is a formula, no text is Mermaid.

use std::fs;
use std::path::PathBuf;

use serde_json::{Value, json};
use whybuy::domain::journey::{self, Lane, LaneRow, Map};
use whybuy::domain::live::Fresh;
use whybuy::exchange::html::Templates;
use whybuy::exchange::{flowchart, html, map_table, markdown, records, svg};
use whybuy::words::{Lang, Words};

use crate::browser::{DESK, FAINT, LONGEST_ROW, OVERFLOW, PHONE, folder, is_quiet};
use crate::charts;
use crate::chromium::Chromium;
use crate::forms::{cells, is_formula, structure};
use crate::payloads::PAYLOADS;
use crate::rich;

/// The width of A4 across (297 mm) without the margins of the style sheet (12 mm each), in CSS pixels.
const PAPER: (u32, u32) = (1032, 720);

/// Whether something on the page has a colour of its own.
const COLOURED: &str = "(() => {
  const grey = colour => { const [r, g, b] = (colour.match(/[0-9.]+/g) || [0, 0, 0]).slice(0, 3).map(Number); return Math.max(r, g, b) - Math.min(r, g, b) < 24; };
  const found = new Set();
  for (const it of document.querySelectorAll('body, body *')) {
    const style = getComputedStyle(it);
    for (const name of ['color', 'backgroundColor', 'borderTopColor', 'fill', 'stroke']) if (!grey(style[name])) found.add(it.localName + ' ' + name + ' ' + style[name]);
  }
  return [...found];
})()";

fn page(map: &Map, lang: Lang, name: &str) -> PathBuf {
    let file = folder().join(name).with_extension("html");
    fs::write(&file, html::journey(map, &Words::new(lang), &Templates::default()).unwrap()).unwrap();
    file
}

/// The three drawings of a map, by name.
fn drawings(map: &Map, lang: Lang) -> [(&'static str, String); 3] {
    let words = Words::new(lang);
    [("grid", svg::grid(map, &words)), ("curve", svg::curve(map, &words)), ("moves", svg::flow(map, &words))]
}

fn number(value: &Value) -> u64 {
    value.as_u64().unwrap()
}

/// Whether every page is A4 across: 842 by 595 points, to a point.
fn is_a4_across(pdf: &[u8]) -> bool {
    let text = String::from_utf8_lossy(pdf);
    let boxes = text.split("/MediaBox [").skip(1).map(|rest| rest.split(']').next().unwrap().to_owned());
    let sizes: Vec<Vec<f64>> = boxes.map(|it| it.split_whitespace().map(|n| n.parse().unwrap()).collect()).collect();
    !sizes.is_empty() && sizes.iter().all(|it| (it[2] - 842.0).abs() <= 1.5 && (it[3] - 595.0).abs() <= 1.5)
}

/// Shows A34, B26.
#[test]
fn the_maps_are_read_on_a_desk_a_phone_in_the_dark_and_on_paper() {
    let Some(mut browser) = Chromium::start() else { return };
    for lang in [Lang::En, Lang::Ko] {
        for (at, map) in charts::maps(lang).iter().enumerate() {
            let name = format!("map-{}-{}", lang.name(), at + 1);
            let file = page(map, lang, &name);
            let keep = |kind: &str, bytes: Vec<u8>| fs::write(folder().join(format!("{name}-{kind}")), bytes).unwrap();
            for (scheme, kind) in [("light", "desk.png"), ("dark", "dark.png")] {
                browser.media("screen", scheme);
                browser.open(&file, DESK);
                is_quiet(&mut browser, &file, &name);
                assert_eq!(browser.ask(OVERFLOW), json!([]), "{name}");
                assert_eq!(browser.ask(FAINT), json!([]), "{name} {scheme}");
                assert_eq!(browser.ask(COLOURED), json!([]), "{name} is legible without colour");
                keep(kind, browser.picture(true));
            }
            let row = browser.ask(LONGEST_ROW);
            assert!(number(&row["chars"]) <= 100 && number(&row["syllables"]) <= 60, "{name}: {row}");
            browser.media("screen", "light");
            browser.open(&file, PHONE);
            assert_eq!(browser.ask(OVERFLOW), json!([]), "{name} on a phone");
            assert_eq!(browser.ask("document.querySelector('.grid').getClientRects().length"), 0, "the grid gives way");
            keep("phone.png", browser.picture(true));
            browser.media("print", "dark");
            browser.open(&file, PAPER);
            assert_eq!(browser.ask(OVERFLOW), json!([]), "{name} on paper");
            assert_eq!(browser.ask("getComputedStyle(document.body).backgroundColor"), "rgb(255, 255, 255)");
            let pdf = browser.pdf();
            assert!(pdf.starts_with(b"%PDF") && is_a4_across(&pdf), "{name}");
            keep("paper.pdf", pdf);
            draw(&mut browser, map, (lang, &name));
        }
    }
}

/// Every drawing alone, as wide as it is, and every text of it inside of it.
fn draw(browser: &mut Chromium, map: &Map, (lang, name): (Lang, &str)) {
    browser.media("screen", "light");
    for (kind, drawing) in drawings(map, lang) {
        let file = folder().join(format!("{name}-{kind}.svg"));
        fs::write(&file, drawing).unwrap();
        browser.open(&file, DESK);
        assert_eq!(browser.ask(OUTSIDE), json!([]), "{name} {kind}");
        is_quiet(browser, &file, name);
        let size = browser
            .ask("[document.documentElement.width.baseVal.value, document.documentElement.height.baseVal.value]");
        browser.size((u32::try_from(number(&size[0])).unwrap(), u32::try_from(number(&size[1])).unwrap()));
        fs::write(folder().join(format!("{name}-{kind}.png")), browser.picture(false)).unwrap();
    }
}

/// Texts that stand out of the drawing, or over the text beside them.
const OUTSIDE: &str = "(() => {
  const [width, height] = [document.documentElement.width.baseVal.value, document.documentElement.height.baseVal.value];
  const boxes = [...document.querySelectorAll('text')].map(it => [it.textContent.slice(0, 30), it.getBBox()]);
  const out = boxes.filter(([, b]) => b.x < -2 || b.x + b.width > width + 2 || b.y < -8 || b.y + b.height > height + 8).map(([t]) => 'out ' + t);
  for (let i = 0; i < boxes.length; i++) for (let j = i + 1; j < boxes.length && j < i + 60; j++) {
    const [a, b] = [boxes[i][1], boxes[j][1]];
    const x = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x), y = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
    if (x > 3 && y > 7) out.push('over ' + boxes[i][0] + ' / ' + boxes[j][0]);
  }
  return out.slice(0, 5);
})()";

#[test]
fn no_hostile_text_runs_asks_or_breaks_a_map() {
    let Some(mut browser) = Chromium::start() else { return };
    let map = &charts::small(charts::maps(Lang::Ko).remove(0));
    let shape = "['h1', 'h2', 'h3', 'h4', 'table', 'tr', 'td', 'li', 'svg', 'text'].map(it => document.querySelectorAll(it).length)";
    let file = page(&charts::with_everywhere(map, "harmless"), Lang::Ko, "map-harmless");
    browser.media("screen", "light");
    browser.open(&file, DESK);
    let harmless = browser.ask(shape);
    assert!(harmless.as_array().unwrap().iter().all(|it| number(it) > 0), "{harmless}");
    for (at, payload) in PAYLOADS.iter().enumerate() {
        let what = format!("payload {}: {payload:?}", at + 1);
        let hostile = charts::with_everywhere(map, payload);
        let file = page(&hostile, Lang::Ko, "map-hostile");
        browser.open(&file, DESK);
        for size in [DESK, PHONE] {
            browser.size(size);
            assert_eq!(browser.ask(OVERFLOW), json!([]), "{what}");
        }
        let now = browser.ask(shape);
        assert_eq!(now, harmless, "{what}");
        is_quiet(&mut browser, &file, &what);
        for (kind, drawing) in drawings(&hostile, Lang::Ko).into_iter().take(1) {
            let file = folder().join("map-hostile.svg");
            fs::write(&file, drawing).unwrap();
            browser.open(&file, DESK);
            let root = browser
                .ask("document.documentElement.localName + (document.querySelector('parsererror') ? ' broken' : '')");
            assert_eq!(root, "svg", "{what} {kind}");
            is_quiet(&mut browser, &file, &what);
            let wide = browser.ask("[...document.querySelectorAll('tspan')].filter(it => it.getBoundingClientRect().right > document.documentElement.width.baseVal.value + 4).map(it => it.textContent)");
            assert_eq!(wide, json!([]), "{what} {kind}");
        }
    }
}

#[test]
fn no_text_changes_the_structure_of_a_markdown_map() {
    let map = &charts::maps(Lang::En)[0];
    let words = Words::new(Lang::En);
    for set in [markdown::journey, markdown::outline] {
        let harmless = structure(&set(&charts::with_everywhere(map, "harmless"), &words));
        assert!(harmless.len() > 60);
        for payload in PAYLOADS {
            let told = structure(&set(&charts::with_everywhere(map, payload), &words));
            if let Some(at) = told.iter().zip(&harmless).position(|(told, harmless)| told != harmless) {
                panic!("{payload:?}: {:?} where {:?} stands", &told[at], &harmless[at]);
            }
            assert_eq!(told.len(), harmless.len(), "{payload:?}");
        }
    }
}

#[test]
fn no_text_of_a_map_becomes_a_formula_or_mermaid() {
    let map = &charts::small(charts::maps(Lang::Ko).remove(0));
    let words = Words::new(Lang::Ko);
    let rows = |text: &str| cells(&map_table::csv(&charts::with_everywhere(map, text), &words).unwrap());
    let lines = |text: &str| flowchart::mermaid(&charts::with_everywhere(map, text), &words);
    let (harmless, drawn) = (rows("harmless").len(), lines("harmless").lines().count());
    for payload in PAYLOADS {
        let rows = rows(payload);
        assert_eq!(rows.len(), harmless, "{payload:?}");
        assert!(rows.iter().all(|row| row.len() == map_table::COLUMNS.len()));
        let formulas = rows.iter().flatten().filter(|cell| is_formula(cell) && cell.parse::<f64>().is_err());
        assert_eq!(formulas.count(), 0, "{payload:?}");
        let mermaid = lines(payload);
        assert_eq!(mermaid.lines().count(), drawn, "{payload:?}");
        for line in mermaid.lines().filter(|line| !line.starts_with("%%")) {
            assert!(line.matches('"').count() % 2 == 0 && !line.contains("<script") && !line.contains("%%"), "{line}");
        }
        assert!(!mermaid.contains("%%{"), "{payload:?}");
    }
}

/// Shows A06, A34.
#[test]
fn every_form_has_every_cell_and_the_disclaimer() {
    for lang in [Lang::Ko, Lang::En] {
        let words = Words::new(lang);
        for map in charts::maps(lang) {
            let page = html::journey(&map, &words, &Templates::default()).unwrap();
            let table = cells(&map_table::csv(&map, &words).unwrap());
            let shown = map.shown().count();
            let grid = page.split("</table>").next().unwrap();
            assert_eq!(grid.matches("<td>").count(), shown * map.stages.len());
            for stage in &map.stages {
                for row in map.shown() {
                    let (stage, lane) = (stage.card.stage.to_string(), row.lane.to_string());
                    assert!(table.iter().any(|it| it[6] == stage && it[8] == lane), "{stage} {lane}");
                }
            }
            let disclaimer = words.say("report-disclaimer");
            let forms = [
                markdown::journey(&map, &words),
                markdown::outline(&map, &words),
                page,
                map_table::csv(&map, &words).unwrap(),
                flowchart::text(&map, &words),
                svg::grid(&map, &words),
                svg::curve(&map, &words),
                svg::flow(&map, &words),
            ];
            let begin = disclaimer.split([':', '.']).next().unwrap();
            let plain = |text: &str| text.replace("</tspan>", " ").split_whitespace().collect::<Vec<&str>>().join(" ");
            for form in forms {
                let told = form.contains(begin) || plain(&form).contains(begin.split(' ').next().unwrap());
                assert!(told, "{}", &form[..200.min(form.len())]);
            }
            assert!(flowchart::mermaid(&map, &words).contains(&disclaimer));
        }
    }
}

/// Shows A24.
#[test]
fn own_lanes_their_order_and_what_is_hidden_survive_an_export() {
    let mut research = rich::sample(Lang::Ko);
    let persona = *research.personas().keys().next().unwrap();
    let mint = whybuy::mint::Mint::fixed("2026-11-22T10:00:00+09:00".parse().unwrap(), 3, 0);
    let fresh = Fresh::new("2026-11-22T10:00:00+09:00".parse().unwrap(), &mint);
    let mut begun = journey::steps::begun(&research, persona, "다른 회사", ("HE", &fresh)).unwrap();
    let own = LaneRow { lane: Lane::Own(1), name: "법무 검토".to_owned(), hidden: false };
    begun.lanes.insert(2, own);
    begun.lanes.iter_mut().filter(|row| row.lane == Lane::Kpi).for_each(|row| row.hidden = true);
    research.apply_step(&journey::steps::changed(&research, begun.clone()).unwrap().unwrap()).unwrap();
    let entry = journey::steps::blank_entry(&begun, begun.stages[3].stage.clone(), Lane::Own(1), ("HE", &fresh));
    let entry = journey::Entry { text: "위탁 계약 검토".to_owned(), ..entry };
    research.apply_step(&journey::steps::written(&research, &begun, entry, ("HE", &fresh)).unwrap().unwrap()).unwrap();
    let mut file = Vec::new();
    records::write(&research, &mut file).unwrap();
    let back = records::read(file.as_slice()).unwrap();
    assert_eq!(back.journeys()[&begun.id].lanes, begun.lanes);
    let map = journey::journey_for_export(&back, begun.id).unwrap();
    assert_eq!(map, journey::journey_for_export(&research, begun.id).unwrap());
    let words = Words::new(Lang::Ko);
    let page = markdown::journey(&map, &words);
    let rows: Vec<&str> = page.lines().filter(|line| line.starts_with("| **")).collect();
    assert!(rows[2].starts_with("| **법무 검토**") && rows[2].contains("위탁 계약 검토"), "{rows:?}");
    assert!(!rows.iter().any(|row| row.contains(&words.say("lane-kpi"))) && page.contains("숨긴 행"));
}
