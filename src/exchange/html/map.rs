//! A chart as one self-contained HTML file: the grid for a wall, the same stage by stage for a phone and for paper, with
//! every line that an entry rests on. What is said comes from the chart; nothing is counted here.

use minijinja::Value;
use serde::Serialize;

use super::{Frame, Templates, render};
use crate::domain::journey::Map;
use crate::error::Result;
use crate::exchange::chart::Chart;
use crate::exchange::svg;
use crate::words::Words;

/// The template with which a map begins; it takes in the others.
pub(super) const MAP: &str = "map.jinja";
/// Its style sheet.
pub(super) const STYLE: &str = "map.css";

/// The fixed texts that its templates may say.
const SAID: [&str; 14] = [
    "chart-grid-caption",
    "chart-col-lane",
    "chart-col-stage",
    "chart-empty",
    "chart-mood",
    "chart-stages",
    "chart-open",
    "chart-witnesses",
    "chart-witnesses-about",
    "chart-col-cites",
    "report-stage-empty",
    "report-moves",
    "report-method",
    "report-col-code",
];

/// What its templates see.
#[derive(Serialize)]
struct Scene<'a> {
    chart: &'a Chart,
    /// The moves as a drawing; none where nobody moved.
    flow: Option<Value>,
    #[serde(flatten)]
    frame: Frame,
}

/// The journey as an HTML document. The same journey, language and templates give the same bytes.
///
/// # Errors
/// `template-broken` (file, line, fault) where a template that was given cannot be read or names what is not there.
pub fn journey(map: &Map, words: &Words, templates: &Templates) -> Result<String> {
    let chart = Chart::of(map, words);
    let frame = Frame::of(templates.text(STYLE).unwrap_or_default(), ("", &SAID), words);
    let flow = svg::inline_flow(&chart, words).map(Value::from_safe_string);
    render(MAP, &Scene { chart: &chart, flow, frame }, templates)
}
