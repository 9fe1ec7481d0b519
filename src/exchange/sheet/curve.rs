//! The saturation curve of a sheet: themes heard so far, interview by interview, and how many of them were new.
//! Places are whole pixels in a drawing of fixed size, so that two machines draw the same bytes.

use serde::Serialize;

use super::outside;
use crate::domain::brief::Brief;
use crate::words::{Arg, Words};

/// The drawing's size and margins, in CSS pixels.
const WIDTH: usize = 560;
const HEIGHT: usize = 190;
const LEFT: usize = 34;
const RIGHT: usize = 12;
const TOP: usize = 14;
const BOTTOM: usize = 28;
/// Beyond so many interviews only every other, third ... code is written.
const CODES: usize = 12;

/// The curve.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Curve {
    /// The same in a sentence.
    pub label: String,
    /// The width of the drawing.
    pub width: usize,
    /// The height of the drawing.
    pub height: usize,
    /// Where the axis lies, from the top.
    pub floor: usize,
    /// Where the plot begins, from the left.
    pub left: usize,
    /// Where the plot ends, from the left.
    pub right: usize,
    /// The points of the line of all themes, as SVG writes them.
    pub line: String,
    /// One for each interview.
    pub bars: Vec<Bar>,
    /// The lines behind the plot.
    pub ticks: Vec<Tick>,
}

/// One interview.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Bar {
    /// The participant's code.
    pub code: String,
    /// The code where there is room for it under the axis, else empty.
    pub shown: String,
    /// The date.
    pub date: String,
    /// New themes.
    pub new: usize,
    /// Themes so far.
    pub all: usize,
    /// Where its middle is, from the left.
    pub x: usize,
    /// Where its point of the line is, from the top.
    pub y: usize,
    /// Where the bar of new themes begins, from the left.
    pub bar_x: usize,
    /// Where it begins, from the top.
    pub bar_y: usize,
    /// Its width.
    pub bar_width: usize,
    /// Its height.
    pub bar_height: usize,
}

/// One line behind the plot.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Tick {
    /// How many themes.
    pub value: usize,
    /// Where, from the top.
    pub y: usize,
}

/// The curve of a brief; none where no interview has begun.
pub(super) fn of(brief: &Brief, words: &Words) -> Option<Curve> {
    let most = brief.saturation.iter().map(|it| it.themes).max()?.max(1);
    let count = brief.saturation.len();
    let (floor, right) = (HEIGHT - BOTTOM, WIDTH - RIGHT);
    let room = right - LEFT;
    let height = |themes: usize| themes * (floor - TOP) / most;
    let every = count.div_ceil(CODES);
    let bars: Vec<Bar> = brief
        .saturation
        .iter()
        .enumerate()
        .map(|(at, it)| {
            let x = LEFT + room * (2 * at + 1) / (2 * count);
            let bar_width = (room / count / 2).clamp(2, 22);
            let code = outside(&it.participant);
            Bar {
                shown: if at.is_multiple_of(every) { code.clone() } else { String::new() },
                code,
                date: words.date(it.date),
                new: it.new_themes,
                all: it.themes,
                x,
                y: floor - height(it.themes),
                bar_x: x - bar_width / 2,
                bar_y: floor - height(it.new_themes),
                bar_width,
                bar_height: height(it.new_themes),
            }
        })
        .collect();
    let line: Vec<String> = bars.iter().map(|bar| format!("{},{}", bar.x, bar.y)).collect();
    let args = [("interviews", Arg::from(count)), ("themes", Arg::from(most)), ("last", Arg::from(bars.last()?.new))];
    let ticks = ticks(most).into_iter().map(|value| Tick { value, y: floor - height(value) }).collect();
    let label = words.say_with("report-curve-label", &args);
    Some(Curve { label, width: WIDTH, height: HEIGHT, floor, left: LEFT, right, line: line.join(" "), bars, ticks })
}

/// Two to five round numbers up to the highest value.
fn ticks(most: usize) -> Vec<usize> {
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let step = steps.into_iter().find(|step| most / step <= 4).unwrap_or(most);
    (0..=most / step).map(|at| at * step).collect()
}
