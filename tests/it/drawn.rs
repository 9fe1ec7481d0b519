//! The flowchart as Mermaid itself draws it: every stage, point and move is there, every text letter by letter, and no
//! text of a map is code. Mermaid is fetched by `.ci/run`; elsewhere `WHYBUY_MERMAID` names its `mermaid.min.js`.

use std::fs;
use std::path::{Path, PathBuf};

use serde_json::{Value, json};
use whybuy::domain::journey::Map;
use whybuy::exchange::flowchart;
use whybuy::words::{Lang, Words};

use crate::charts;
use crate::chromium::Chromium;
use crate::payloads::PAYLOADS;

/// Draws one flowchart and tells what is in the picture; or what Mermaid did not understand.
const DRAW: &str = "(async () => {
  mermaid.initialize({startOnLoad: false, securityLevel: 'strict'});
  const drawn = await mermaid.render('it' + (window.nth = (window.nth || 0) + 1), SOURCE).catch(error => String(error));
  if (typeof drawn === 'string') return {error: drawn};
  const box = document.createElement('div');
  box.innerHTML = drawn.svg;
  document.body.replaceChildren(box);
  const own = [...box.querySelectorAll('a, script, img, iframe, [onclick], [onerror], [onload]')].map(it => it.localName);
  return {
    nodes: [...box.querySelectorAll('g.node')].map(it => it.textContent.replace(/\\s+/g, ' ').trim()),
    moves: [...box.querySelectorAll('g.edgeLabel')].map(it => it.textContent.trim()).filter(it => it).length,
    foreign: own.concat(window.hit ? ['a script ran'] : []),
  };
})()";

fn ready() -> Option<Chromium> {
    let Some(file) = std::env::var_os("WHYBUY_MERMAID").map(PathBuf::from) else {
        eprintln!("SKIPPED: WHYBUY_MERMAID names no mermaid.min.js; the flowchart was not drawn by Mermaid");
        return None;
    };
    let mut chromium = Chromium::start()?;
    let page = Path::new(env!("CARGO_TARGET_TMPDIR")).join("mermaid.html");
    let script =
        format!("<!doctype html><meta charset=utf-8><script src=\"file://{}\"></script><body>", file.display());
    fs::write(&page, script).unwrap();
    chromium.open(&page, (1280, 900));
    Some(chromium)
}

fn drawn(chromium: &mut Chromium, text: &str) -> Value {
    let expression = DRAW.replace("SOURCE", &json!(text).to_string());
    let params = json!({"expression": expression, "returnByValue": true, "awaitPromise": true});
    let answer = chromium.call("Runtime.evaluate", &params);
    assert!(answer["exceptionDetails"].is_null(), "{answer}");
    let value = answer["result"]["value"].clone();
    assert!(value["error"].is_null(), "{}\n{text}", value["error"]);
    value
}

fn draws_all(chromium: &mut Chromium, map: &Map, words: &Words) -> Vec<String> {
    let text = flowchart::mermaid(map, words);
    let nodes = text.lines().filter(|it| it.contains(":::") || it.contains("([\"")).count();
    let moves = text.lines().filter(|it| it.contains(">|\"")).count();
    let picture = drawn(chromium, &text);
    let shown: Vec<String> =
        picture["nodes"].as_array().unwrap().iter().map(|it| it.as_str().unwrap().to_owned()).collect();
    assert_eq!((shown.len(), picture["moves"].as_u64()), (nodes, Some(moves as u64)), "{text}");
    assert_eq!(picture["foreign"], json!([]), "{text}");
    shown
}

#[test]
fn mermaid_draws_every_stage_point_and_move_in_both_languages() {
    let Some(mut chromium) = ready() else { return };
    for lang in [Lang::Ko, Lang::En] {
        for map in charts::maps(lang) {
            let shown = draws_all(&mut chromium, &map, &Words::new(lang));
            assert!(shown.len() > map.stages.len());
            for stage in map.stages.iter().filter(|it| !it.card.name.is_empty()) {
                assert!(shown.iter().any(|it| it.contains(&stage.card.name)), "{} in {shown:?}", stage.card.name);
            }
        }
    }
}

#[test]
fn no_text_of_a_map_is_code_to_mermaid() {
    let Some(mut chromium) = ready() else { return };
    let map = charts::small(charts::maps(Lang::Ko).remove(0));
    let words = Words::new(Lang::Ko);
    for payload in PAYLOADS {
        let shown = draws_all(&mut chromium, &charts::with_everywhere(&map, payload), &words);
        let printable: String = payload.chars().filter(char::is_ascii_alphanumeric).collect();
        let has = |it: &String| it.chars().filter(char::is_ascii_alphanumeric).collect::<String>().contains(&printable);
        assert!(shown.iter().any(has), "{payload:?} in {shown:?}");
    }
}
