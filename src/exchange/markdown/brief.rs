//! A brief as a report: who and what is known first, what is not known next, then the dimensions, the method last.
//! Counts stand beside every claim; nothing is computed here.
//! What is said comes from the sheet, as in every other form; here it is only set and escaped.

use std::fmt::Write;

use super::plain;
use crate::domain::brief::Brief;
use crate::exchange::sheet::{Claim, Code, Labelled, Line, Part, Sheet};
use crate::words::{Arg, Words};

/// The brief as a Markdown document. The same brief and language give the same bytes.
pub fn brief(brief: &Brief, words: &Words) -> String {
    let sheet = Sheet::of(brief, words);
    let mut page = Page { out: String::new(), words, sheet: &sheet };
    page.head(brief);
    page.known();
    page.unknown();
    page.people();
    for part in &sheet.parts {
        page.part(part);
    }
    page.worst();
    page.apart();
    page.expectations();
    page.triggers();
    page.cases();
    page.loose();
    page.method();
    page.dropped();
    page.out
}

struct Page<'a> {
    out: String,
    words: &'a Words,
    sheet: &'a Sheet,
}

impl Page<'_> {
    fn line(&mut self, text: &str) {
        self.out.push_str(text);
        self.out.push('\n');
    }

    fn heading(&mut self, level: usize, text: &str) {
        let gap = if self.out.ends_with("\n\n") { "" } else { "\n" };
        let _infallible = write!(self.out, "{gap}{} {}\n\n", "#".repeat(level), text);
    }

    /// A heading of the second level whose text is `report-<key>`.
    fn section(&mut self, key: &str) {
        let text = self.said(key);
        self.heading(2, &text);
    }

    fn said(&self, key: &str) -> String {
        self.words.say(&format!("report-{key}"))
    }

    /// The head of a table: the texts of these keys, those that begin with `#` aligned to the right.
    fn table(&mut self, keys: &[&str]) {
        let heads: Vec<String> = keys.iter().map(|key| self.said(key.trim_start_matches('#'))).collect();
        self.row(&heads);
        let rules: String = keys.iter().map(|key| if key.starts_with('#') { "---:|" } else { "---|" }).collect();
        self.line(&format!("|{rules}"));
    }

    /// One row of a table; the cells are escaped by who makes them.
    fn row(&mut self, cells: &[String]) {
        self.line(&format!("| {} |", cells.join(" | ")));
    }

    fn head(&mut self, brief: &Brief) {
        self.line(&format!("# {}\n", plain(&self.sheet.persona)));
        for text in [&self.sheet.about, &self.sheet.edition] {
            if !text.is_empty() {
                self.line(&format!("{}\n", plain(text)));
            }
        }
        let as_of = brief.as_of.map_or_else(|| self.said("no-date"), |date| self.words.date(date));
        let study = plain(&self.sheet.study);
        let args = [
            ("study", Arg::from(&study)),
            ("date", Arg::from(&as_of)),
            ("people", Arg::from(brief.people)),
            ("lines", Arg::from(brief.notes)),
        ];
        let facts = self.words.say_with("report-head", &args);
        self.line(&facts);
    }

    /// The strongest claim of each dimension, as one sentence with its counts.
    fn known(&mut self) {
        self.section("known");
        for it in &self.sheet.known {
            let said = it.claim.as_ref().map_or_else(
                || it.nothing.clone(),
                |claim| format!("{} {} — {}", claim.mark, plain(&claim.headline), claim.counts),
            );
            self.line(&format!("- **{}**: {said}", it.label));
        }
    }

    fn unknown(&mut self) {
        self.section("unknown");
        for sentence in &self.sheet.unknown {
            self.line(&format!("- {}", plain(sentence)));
        }
    }

    fn people(&mut self) {
        self.section("from");
        self.table(&["col-code", "col-role", "col-outcome", "col-date", "#col-lines"]);
        for it in &self.sheet.people {
            let lines = it.lines.to_string();
            self.row(&[plain(&it.code), plain(&it.role), it.outcome.clone(), it.date.clone(), lines]);
        }
    }

    /// One dimension: claims of three people and more with their lines, then what one or two people said.
    fn part(&mut self, part: &Part) {
        self.heading(2, &part.label);
        if !part.nothing.is_empty() {
            self.line(&part.nothing);
        }
        for claim in &part.claims {
            self.claim(claim);
        }
        if !part.few.is_empty() {
            let few = self.said("few");
            self.heading(3, &few);
            for claim in &part.few {
                self.few(claim);
            }
        }
    }

    fn claim(&mut self, claim: &Claim) {
        self.heading(3, &format!("{} {}", claim.mark, plain(&claim.headline)));
        if let Some(written) = self.written(claim) {
            self.line(&format!("{written}\n"));
        }
        self.line(&format!("`{}` {} · {}\n", claim.signs, claim.counts, claim.standing));
        for line in &claim.quotes {
            self.line(&format!("- {}", cited(line)));
        }
        for line in &claim.contradicts {
            self.line(&format!("- × **{}** {}", self.sheet.contradicts, cited(line)));
        }
        let codes: Vec<String> = claim.more.iter().map(|it| code(it)).collect();
        self.line(format!("\n{} {}", claim.shown, codes.join(" ")).trim_end());
        for note in &claim.notes {
            self.line(&format!("\n{}", plain(note)));
        }
    }

    fn few(&mut self, claim: &Claim) {
        self.line(&format!("- {} {} — {}", claim.mark, plain(&claim.headline), claim.counts));
        if let Some(written) = self.written(claim) {
            self.line(&format!("  - {written}"));
        }
        for line in &claim.quotes {
            self.line(&format!("  - {}", cited(line)));
        }
        for line in &claim.contradicts {
            self.line(&format!("  - × **{}** {}", self.sheet.contradicts, cited(line)));
        }
        for note in &claim.notes {
            self.line(&format!("  - {}", plain(note)));
        }
    }

    /// Who wrote a heading, and of which theme: it is no evidence, and looks like none.
    fn written(&self, claim: &Claim) -> Option<String> {
        let theme = if claim.theme.is_empty() { String::new() } else { format!(" {}", plain(&claim.theme)) };
        (!claim.written.is_empty()).then(|| format!("*{}*{theme}", plain(&claim.written)))
    }

    fn worst(&mut self) {
        if self.sheet.worst.is_empty() {
            return;
        }
        self.section("worst");
        self.table(&["col-stage", "col-pain", "col-weight", "col-evidence"]);
        for it in &self.sheet.worst {
            self.row(&[plain(&it.stage), plain(&it.pain), it.weight.clone(), codes(&it.codes)]);
        }
    }

    fn apart(&mut self) {
        if self.sheet.apart.rows.is_empty() {
            return;
        }
        self.section("apart");
        self.line(&self.sheet.apart.rule);
        self.line("");
        self.table(&["col-dimension", "col-theme", "#col-here", "#col-elsewhere"]);
        for it in &self.sheet.apart.rows {
            self.row(&[it.label.clone(), plain(&it.what), it.here.clone(), it.elsewhere.clone()]);
        }
    }

    fn expectations(&mut self) {
        if self.sheet.expectations.is_empty() {
            return;
        }
        self.section("expectations");
        self.table(&[
            "col-theme",
            "col-expectation",
            "#col-people",
            "#col-met",
            "#col-unmet",
            "#col-exceeded",
            "col-evidence",
        ]);
        for it in &self.sheet.expectations {
            let counts = [it.people, it.met, it.unmet, it.exceeded].map(|count| count.to_string());
            let texts = [plain(&it.theme), it.expectation.clone()];
            self.row(&[&texts[..], &counts[..], &[codes(&it.codes)]].concat());
        }
    }

    fn triggers(&mut self) {
        if self.sheet.triggers.is_empty() {
            return;
        }
        self.section("triggers");
        for it in &self.sheet.triggers {
            self.heading(3, &plain(&it.event));
            self.line(&format!("- {} {}", it.people, codes(&it.codes)));
            for Labelled { label, text } in &it.rows {
                self.line(&format!("- **{label}**: {}", plain(text)));
            }
        }
    }

    fn cases(&mut self) {
        if self.sheet.cases.is_empty() {
            return;
        }
        self.section("cases");
        for case in &self.sheet.cases {
            let outcome = if case.outcome.is_empty() { String::new() } else { format!(" ({})", case.outcome) };
            self.heading(3, &format!("{}{outcome}", plain(&case.deal)));
            let members = case.members.iter().map(|it| match it.text.as_str() {
                "" => plain(&it.label),
                role => format!("{}, {}", plain(&it.label), plain(role)),
            });
            let heads: Vec<String> =
                std::iter::once(self.said("col-theme")).chain(members).chain([self.said("col-verdict")]).collect();
            self.row(&heads);
            self.line(&format!("|{}", "---|".repeat(heads.len())));
            for row in &case.rows {
                let stands = row.stands.iter().map(|it| format!("{} {}", it.label, it.text));
                let theme = format!("{}: {}", row.label, plain(&row.theme));
                let cells: Vec<String> = std::iter::once(theme).chain(stands).chain([row.verdict.clone()]).collect();
                self.row(&cells);
            }
        }
    }

    fn loose(&mut self) {
        if self.sheet.loose.is_empty() {
            return;
        }
        self.section("unthemed");
        for group in &self.sheet.loose {
            self.line(&format!("- {}", group.sentence));
            for line in &group.lines {
                self.line(&format!("  - {}", cited(line)));
            }
        }
    }

    fn method(&mut self) {
        self.section("method");
        for sentence in &self.sheet.method {
            self.line(&format!("- {}", plain(sentence)));
        }
        self.line(&format!("- {}", self.said("method-dots")));
        if !self.sheet.hash.is_empty() {
            let hash = self.words.say_with("report-hash", &[("hash", Arg::from(&code(&self.sheet.hash)))]);
            self.line(&format!("- {hash}"));
        }
        let Some(curve) = &self.sheet.curve else { return };
        let new: Vec<String> = curve.bars.iter().map(|bar| bar.new.to_string()).collect();
        let new = self.words.say_with("report-method-new-themes", &[("curve", Arg::from(&new.join(" ")))]);
        self.line(&format!("- {new}\n- {}\n", self.sheet.rule));
        self.table(&["col-dimension", "#col-themes", "#col-once", "col-stop"]);
        for it in &self.sheet.stops {
            self.row(&[it.label.clone(), it.themes.to_string(), it.once.to_string(), it.verdict.clone()]);
        }
    }

    fn dropped(&mut self) {
        if self.sheet.dropped.is_empty() {
            return;
        }
        self.section("dropped");
        for it in &self.sheet.dropped {
            self.line(&format!("- {}: **{}** — {} ({})", it.label, plain(&it.theme), plain(&it.reason), plain(&it.by)));
        }
    }
}

/// One line of evidence: verbatim in quotation marks, a paraphrase marked as such, with who and where.
fn cited(line: &Line) -> String {
    let text = plain(&line.text);
    let said = match line.voice {
        "verbatim" => format!("“{text}”"),
        _ if line.label.is_empty() => text,
        _ => format!("({}) {text}", line.label),
    };
    let who: Vec<String> =
        [&line.who, &line.role, &line.at].into_iter().filter(|it| !it.is_empty()).map(|it| plain(it)).collect();
    let star = if line.star { " ★" } else { "" };
    format!("{said} {}{star} {}", who.join(", "), code(&line.code))
}

fn codes(codes: &[Code]) -> String {
    codes.iter().map(|it| code(&it.code)).collect::<Vec<String>>().join(" ")
}

/// A code as it stands in a text.
fn code(code: &str) -> String {
    format!("`{}`", code.replace('`', "'"))
}
