//! A sheet: a brief as it is said in one language, before it takes the form of a page. Every sentence is finished, every
//! dot and every point of a curve has its place, every line its anchor. HTML, PDF and DOCX only set it; nothing is
//! counted here, and nothing here knows a file format.

mod apart;
mod claims;
mod curve;
mod dots;
mod lines;
pub mod said;
mod tables;

use serde::Serialize;

pub use apart::{Apart, Row};
pub use curve::{Bar, Curve, Stop, Tick};
pub use dots::{Dots, Key, Spot};
pub use lines::Line;
pub use tables::{Case, CaseRow, Code, Dropped, Expected, Labelled, Trigger, Worst};

use crate::domain::brief::{Brief, Source};
use crate::domain::{Dimension, Outcome, text};
use crate::words::{Arg, Words};

/// A brief in the words of one language.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Sheet {
    /// The language: `en` or `ko`.
    pub lang: &'static str,
    /// The persona's name.
    pub persona: String,
    /// The study's name.
    pub study: String,
    /// Under which number it was published, when and by whom; empty in a draft.
    pub edition: String,
    /// The digest of the lines that the published brief used; empty in a draft.
    pub hash: String,
    /// Who this is, in the researcher's words; may be empty.
    pub about: String,
    /// From whom: people and lines, how their purchases ended.
    pub facts: String,
    /// From the first to the newest interview.
    pub span: String,
    /// What is known: one row for each dimension.
    pub known: Vec<Known>,
    /// What each dot means; those that occur.
    pub legend: Vec<Key>,
    /// What is not known, one sentence each.
    pub unknown: Vec<String>,
    /// Whom the brief rests on.
    pub people: Vec<Person>,
    /// What stands before a line that contradicts a claim.
    pub contradicts: String,
    /// The dimensions with their claims.
    pub parts: Vec<Part>,
    /// Lines under no theme yet, by dimension.
    pub loose: Vec<Loose>,
    /// The pains that should be put right first.
    pub worst: Vec<Worst>,
    /// What was expected and what became of it.
    pub expectations: Vec<Expected>,
    /// What sets the persona apart from the others.
    pub apart: Apart,
    /// What triggers set in motion.
    pub triggers: Vec<Trigger>,
    /// Purchase cases of which several people were interviewed.
    pub cases: Vec<Case>,
    /// New themes per interview.
    pub curve: Option<Curve>,
    /// The stop rule with its settings.
    pub rule: String,
    /// What the stop rule says of all dimensions together and of each.
    pub stops: Vec<Stop>,
    /// How it was made, one sentence each.
    pub method: Vec<String>,
    /// What somebody decided not to claim.
    pub dropped: Vec<Dropped>,
    /// Every line that the brief rests on, by its code.
    pub evidence: Vec<Line>,
}

/// One row of what is known.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Known {
    /// The dimension's name in code.
    pub dimension: &'static str,
    /// Its name on paper.
    pub label: String,
    /// Its strongest claim; none where nothing is claimed.
    pub claim: Option<Claim>,
    /// Why nothing is claimed; empty where something is.
    pub nothing: String,
}

/// One claim.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Claim {
    /// The anchor, such as `claim-7`.
    pub id: String,
    /// The mark of its state.
    pub mark: &'static str,
    /// The state's name in code.
    pub state: &'static str,
    /// The state in words.
    pub standing: String,
    /// The heading.
    pub headline: String,
    /// Who wrote the heading, and that it is no quotation; empty where it is the theme's name.
    pub written: String,
    /// Who wrote the heading, and when; empty where it is the theme's name.
    pub by: String,
    /// The theme's name where the heading is another; else empty.
    pub theme: String,
    /// What else must be known: the wider theme, one side only, the age of the memory, that it was dropped once.
    pub notes: Vec<String>,
    /// One sign per person, for forms that cannot draw.
    pub signs: String,
    /// "4 of 6 asked, plus 2 unprompted · 3 open".
    pub counts: String,
    /// One dot per person.
    pub dots: Dots,
    /// The supporting lines that are shown.
    pub quotes: Vec<Line>,
    /// The lines that contradict it; all of them.
    pub contradicts: Vec<Line>,
    /// "2 of 11 lines shown."
    pub shown: String,
    /// The codes of the supporting lines that are not shown.
    pub more: Vec<String>,
}

/// One dimension.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Part {
    /// The dimension's name in code.
    pub dimension: &'static str,
    /// Its name on paper.
    pub label: String,
    /// Claims of three people and more.
    pub claims: Vec<Claim>,
    /// What one or two people said.
    pub few: Vec<Claim>,
    /// Why nothing is claimed; empty where something is.
    pub nothing: String,
}

/// One person whom the brief rests on, cell by cell.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Person {
    /// The code.
    pub code: String,
    /// The role.
    pub role: String,
    /// How the purchase ended.
    pub outcome: String,
    /// The date of the newest interview.
    pub date: String,
    /// How many lines.
    pub lines: usize,
}

/// Lines of one dimension under no theme.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Loose {
    /// How many, from how many people, and how many are shown.
    pub sentence: String,
    /// Those that are shown.
    pub lines: Vec<Line>,
}

impl Sheet {
    /// The brief in the language of the words. The same brief and language give the same sheet.
    pub fn of(brief: &Brief, words: &Words) -> Sheet {
        let parts = claims::parts(brief, words);
        let evidence = lines::evidence(brief, &parts, words);
        let listed = evidence.iter().map(|line| line.code.as_str()).collect();
        Sheet {
            edition: edition(brief, words),
            hash: brief.edition.as_ref().map(|it| outside(&it.hash)).unwrap_or_default(),
            worst: tables::worst(brief, &listed, words),
            expectations: tables::expectations(brief, words),
            apart: apart::of(brief, words),
            triggers: tables::triggers(brief, &listed, words),
            cases: tables::cases(brief, words),
            dropped: tables::dropped(brief, words),
            rule: curve::rule(brief, words),
            stops: curve::stops(brief, words),
            lang: words.lang().name(),
            persona: outside(&brief.persona),
            study: outside(&brief.study),
            about: outside(&brief.about),
            facts: facts(brief, words),
            span: span(brief, words),
            known: claims::known(&parts),
            legend: dots::legend(brief, words),
            unknown: unknown(brief, words),
            people: brief.from.iter().map(|source| person(source, words)).collect(),
            contradicts: words.say("stance-contradicts"),
            loose: loose(brief, words),
            curve: curve::of(brief, words),
            method: method(brief, words),
            parts,
            evidence,
        }
    }
}

/// Text from outside, made safe once more: what was saved long ago passed another border.
pub(super) fn outside(text: &str) -> String {
    text::clean(text).into_owned()
}

fn span(brief: &Brief, words: &Words) -> String {
    match (brief.method.first, brief.as_of) {
        (Some(first), Some(newest)) if first < newest => format!("{} – {}", words.date(first), words.date(newest)),
        (_, Some(newest)) => words.date(newest),
        (_, None) => words.say("report-no-date"),
    }
}

fn facts(brief: &Brief, words: &Words) -> String {
    let outcome = |outcome: Outcome| {
        let people = brief.from.iter().filter(|source| source.outcome == Some(outcome)).count();
        (people > 0).then(|| format!("{} {people}", words.say(&format!("outcome-{outcome}"))))
    };
    let outcomes: Vec<String> = Outcome::ALL.iter().filter_map(|it| outcome(*it)).collect();
    let args = [("people", Arg::from(brief.people)), ("lines", Arg::from(brief.notes))];
    let facts = [words.say_with("report-facts", &args), outcomes.join(", ")];
    facts.into_iter().filter(|fact| !fact.is_empty()).collect::<Vec<String>>().join(" · ")
}

fn unknown(brief: &Brief, words: &Words) -> Vec<String> {
    let mut sentences: Vec<String> = brief.gaps.iter().map(|gap| outside(&said::gap_sentence(gap, words))).collect();
    if sentences.is_empty() {
        sentences.push(words.say("report-no-gaps"));
    }
    sentences
}

fn person(source: &Source, words: &Words) -> Person {
    Person {
        code: outside(&source.participant),
        role: outside(&source.role),
        outcome: source.outcome.map(|it| words.say(&format!("outcome-{it}"))).unwrap_or_default(),
        date: source.date.map(|it| words.date(it)).unwrap_or_default(),
        lines: source.lines,
    }
}

fn loose(brief: &Brief, words: &Words) -> Vec<Loose> {
    let group = |group: &crate::domain::brief::Unthemed| {
        let name = label(group.dimension, words);
        let args = [
            ("dimension", Arg::from(&name)),
            ("lines", Arg::from(group.lines)),
            ("people", Arg::from(group.people)),
            ("shown", Arg::from(group.shown.len())),
        ];
        let sentence = words.say_with("report-unthemed-line", &args);
        Loose { sentence, lines: group.shown.iter().map(|said| lines::line(said, words)).collect() }
    };
    brief.unthemed.iter().map(group).collect()
}

fn method(brief: &Brief, words: &Words) -> Vec<String> {
    let first = brief.method.first.map_or_else(|| words.say("report-no-date"), |date| words.date(date));
    let args = [
        ("interviews", Arg::from(brief.method.interviews)),
        ("first", Arg::from(&first)),
        ("strong", Arg::from(brief.method.strong_from)),
        ("withdrawn", Arg::from(brief.method.withdrawn)),
        ("withheld", Arg::from(brief.method.withheld)),
    ];
    let keys = ["report-method-data", "report-method-counts", "report-method-states", "report-method-left-out"];
    let mut sentences: Vec<String> = keys.iter().map(|key| words.say_with(key, &args)).collect();
    if !brief.left_out.is_empty() {
        sentences.push(said::left_out(brief.left_out, words));
    }
    for it in &brief.method.allowed {
        let (by, finding, reason) = (tables::written(&it.by, words), outside(&it.finding), outside(&it.reason));
        let finding = words.find(&format!("leak-{finding}"), &[]).unwrap_or(finding);
        let args = [("by", Arg::from(&by)), ("finding", Arg::from(&finding)), ("reason", Arg::from(&reason))];
        sentences.push(words.say_with("report-allowed", &args));
    }
    sentences
}

fn edition(brief: &Brief, words: &Words) -> String {
    brief.edition.as_ref().map_or_else(String::new, |it| {
        let (date, by) = (words.date(it.date), outside(&it.by));
        let args = [("number", Arg::from(it.number)), ("date", Arg::from(&date)), ("by", Arg::from(&by))];
        words.say_with("report-edition", &args)
    })
}

fn label(dimension: Dimension, words: &Words) -> String {
    words.say(&format!("dimension-{dimension}"))
}
