//! The saturation curve of a sheet: themes heard so far, interview by interview, how many of them were new, the band of
//! other orders, and what the stop rule says. Places are whole pixels in a drawing of fixed size, so that two machines
//! draw the same bytes.

use serde::Serialize;

use super::{label, outside};
use crate::domain::brief::Brief;
use crate::domain::saturation::{Finding, Saturation};
use crate::domain::text;
use crate::words::{Arg, Words};

/// The drawing's size and margins, in CSS pixels.
const WIDTH: usize = 560;
const HEIGHT: usize = 190;
const LEFT: usize = 34;
const RIGHT: usize = 12;
const TOP: usize = 14;
const BOTTOM: usize = 28;
/// The longest code under the axis, in cells; those of participants are no longer.
const CODE_CELLS: usize = 8;
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
    /// The outline of the band of other orders; empty where there is none.
    pub band: String,
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

/// What the stop rule says of one dimension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Stop {
    /// The dimension on paper, or all together.
    pub label: String,
    /// How many themes were heard.
    pub themes: usize,
    /// How many of them in one interview only.
    pub once: usize,
    /// What the rule says.
    pub verdict: String,
}

/// The curve of all dimensions together; none where no interview has begun.
pub(super) fn of(brief: &Brief, words: &Words) -> Option<Curve> {
    let all = brief.saturation.iter().find(|it| it.dimension.is_none()).filter(|it| !it.curve.is_empty())?;
    let heard = all.curve.iter().map(|it| it.themes);
    let most = heard.chain(all.band.iter().map(|it| it.high)).max()?.max(1);
    let plot = Plot { count: all.curve.len(), most };
    let bars: Vec<Bar> = all.curve.iter().enumerate().map(|(at, it)| plot.bar(at, it, words)).collect();
    let points = |points: &mut dyn Iterator<Item = (usize, usize)>| {
        points.map(|(x, y)| format!("{x},{y}")).collect::<Vec<String>>().join(" ")
    };
    let high = all.band.iter().enumerate().map(|(at, it)| (plot.x(at), plot.y(it.high)));
    let low = all.band.iter().enumerate().map(|(at, it)| (plot.x(at), plot.y(it.low)));
    let band = if all.band.len() > 1 { points(&mut high.chain(low.rev())) } else { String::new() };
    let last = bars.last()?;
    let args = [("interviews", Arg::from(bars.len())), ("themes", Arg::from(last.all)), ("last", Arg::from(last.new))];
    Some(Curve {
        label: words.say_with("report-curve-label", &args),
        width: WIDTH,
        height: HEIGHT,
        floor: plot.y(0),
        left: LEFT,
        right: WIDTH - RIGHT,
        line: points(&mut bars.iter().map(|bar| (bar.x, bar.y))),
        band,
        ticks: ticks(most).into_iter().map(|value| Tick { value, y: plot.y(value) }).collect(),
        bars,
    })
}

/// The scale of the plot.
struct Plot {
    count: usize,
    most: usize,
}

impl Plot {
    /// The middle of an interview.
    fn x(&self, at: usize) -> usize {
        LEFT + (WIDTH - RIGHT - LEFT) * (2 * at + 1) / (2 * self.count)
    }

    /// The place of so many themes.
    fn y(&self, themes: usize) -> usize {
        HEIGHT - BOTTOM - themes * (HEIGHT - BOTTOM - TOP) / self.most
    }

    fn bar(&self, at: usize, it: &crate::domain::saturation::Increment, words: &Words) -> Bar {
        let bar_width = ((WIDTH - RIGHT - LEFT) / self.count / 2).clamp(2, 22);
        let code = outside(&it.participant);
        let is_named = at.is_multiple_of(self.count.div_ceil(CODES));
        Bar {
            shown: if is_named { text::cut(&code, CODE_CELLS).0.to_owned() } else { String::new() },
            code,
            date: words.date(it.date),
            new: it.new_themes,
            all: it.themes,
            x: self.x(at),
            y: self.y(it.themes),
            bar_x: self.x(at) - bar_width / 2,
            bar_y: self.y(it.new_themes),
            bar_width,
            bar_height: self.y(0) - self.y(it.new_themes),
        }
    }
}

/// Two to five round numbers up to the highest value.
fn ticks(most: usize) -> Vec<usize> {
    let steps = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000];
    let step = steps.into_iter().find(|step| most / step <= 4).unwrap_or(most);
    (0..=most / step).map(|at| at * step).collect()
}

/// The stop rule with its settings; empty where no interview has begun.
pub(super) fn rule(brief: &Brief, words: &Words) -> String {
    brief.saturation.first().filter(|it| !it.curve.is_empty()).map_or_else(String::new, |it| {
        let rule = it.verdict.rule;
        let args = [
            ("base", Arg::from(u32::from(rule.base))),
            ("run", Arg::from(u32::from(rule.run))),
            ("threshold", Arg::from(u32::from(rule.threshold))),
        ];
        words.say_with("report-stop-rule", &args)
    })
}

/// What the stop rule says of all dimensions together and of each.
pub(super) fn stops(brief: &Brief, words: &Words) -> Vec<Stop> {
    brief.saturation.iter().filter(|it| !it.curve.is_empty()).map(|it| stop(it, words)).collect()
}

fn stop(it: &Saturation, words: &Words) -> Stop {
    let verdict = &it.verdict;
    let args = [
        ("after", Arg::from(verdict.met_after.unwrap_or_default())),
        ("since", Arg::from(verdict.new_since)),
        ("run", Arg::from(u32::from(verdict.rule.run))),
        ("last", Arg::from(verdict.last_run)),
    ];
    let key = match verdict.finding {
        Finding::TooFew => "report-stop-too-few",
        Finding::NotMet => "report-stop-not-met",
        Finding::Met => "report-stop-met",
    };
    Stop {
        label: it.dimension.map_or_else(|| words.say("report-stop-all"), |dimension| label(dimension, words)),
        themes: it.curve.last().map_or(0, |last| last.themes),
        once: it.heard_once,
        verdict: words.say_with(key, &args),
    }
}
