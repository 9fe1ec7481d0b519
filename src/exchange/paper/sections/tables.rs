//! The tables of a brief on paper: what is known, the people, what sets them apart, expectations, triggers, purchase
//! cases, the stop rule and the list of lines.

use super::Sections;
use super::claims::{who, wording};
use crate::exchange::paper::manuscript::{Block, Cell, Column, Piece, Role, Row, Table};
use crate::exchange::paper::tone::hue;
use crate::exchange::sheet::{Case, Code, Known};

impl Sections<'_> {
    /// Columns by the keys of their names, those that begin with `#` for numbers, each with its share of the width.
    fn columns(&self, keys: &[(&str, f32)]) -> Vec<Column> {
        let column = |(key, share): &(&str, f32)| Column {
            head: self.said(key.trim_start_matches('#')),
            share: *share,
            is_number: key.starts_with('#'),
        };
        keys.iter().map(column).collect()
    }

    fn table(&mut self, caption: impl Into<String>, columns: Vec<Column>, rows: Vec<Row>) {
        self.blocks.push(Block::Table(Table { caption: caption.into(), columns, rows }));
    }

    pub(super) fn known(&mut self) {
        self.section("known");
        let rows = self.sheet.known.iter().map(known).collect();
        self.table("", unnamed(), rows);
        let mut legend = Vec::new();
        for key in &self.sheet.legend {
            // A sign and its meaning stay on one line.
            let meaning = format!("\u{a0}{}", key.meaning.replace(' ', "\u{a0}"));
            legend.extend([Piece::Dots(key.dots.clone()), Piece::plain(meaning), Piece::plain("   ")]);
        }
        legend.pop();
        if !legend.is_empty() {
            self.para(Role::Legend, legend);
        }
    }

    pub(super) fn people(&mut self) {
        self.section("from");
        let heads =
            [("col-code", 0.12), ("col-role", 0.4), ("col-outcome", 0.18), ("col-date", 0.2), ("#col-lines", 0.1)];
        let row = |it: &crate::exchange::sheet::Person| {
            let texts = [&it.role, &it.outcome, &it.date, &it.lines.to_string()];
            plain_row(Cell::head(Piece::strong(&it.code)), texts.map(String::as_str))
        };
        let rows = self.sheet.people.iter().map(row).collect();
        self.table(self.said("from-caption"), self.columns(&heads), rows);
    }

    pub(super) fn worst(&mut self) {
        if self.sheet.worst.is_empty() {
            return;
        }
        self.section("worst");
        let heads = [("col-pain", 0.38), ("col-stage", 0.18), ("col-weight", 0.22), ("col-evidence", 0.22)];
        let row = |it: &crate::exchange::sheet::Worst| {
            let mut row = plain_row(Cell::head(Piece::strong(&it.pain)), [&it.stage, &it.weight].map(String::as_str));
            row.cells.push(Cell { lines: vec![codes(&it.codes)], is_head: false });
            row
        };
        let rows = self.sheet.worst.iter().map(row).collect();
        self.table(self.said("worst-caption"), self.columns(&heads), rows);
    }

    pub(super) fn apart(&mut self) {
        if self.sheet.apart.rows.is_empty() {
            return;
        }
        self.section("apart");
        let heads = [("col-theme", 0.42), ("col-dimension", 0.22), ("#col-here", 0.18), ("#col-elsewhere", 0.18)];
        let rows = self.sheet.apart.rows.iter();
        let rows = rows.map(|it| {
            plain_row(Cell::head(Piece::strong(&it.what)), [&it.label, &it.here, &it.elsewhere].map(String::as_str))
        });
        let rows = rows.collect();
        self.table(&self.sheet.apart.rule, self.columns(&heads), rows);
    }

    pub(super) fn expectations(&mut self) {
        if self.sheet.expectations.is_empty() {
            return;
        }
        self.section("expectations");
        let heads = [
            ("col-theme", 0.25),
            ("col-expectation", 0.18),
            ("#col-people", 0.09),
            ("#col-met", 0.09),
            ("#col-unmet", 0.1),
            ("#col-exceeded", 0.12),
            ("col-evidence", 0.17),
        ];
        let row = |it: &crate::exchange::sheet::Expected| {
            let counts = [it.people, it.met, it.unmet, it.exceeded].map(|count| count.to_string());
            let [people, met, unmet, exceeded] = &counts;
            let mut row = plain_row(
                Cell::head(Piece::strong(&it.theme)),
                [&it.expectation, people, met, unmet, exceeded].map(String::as_str),
            );
            row.cells.push(Cell { lines: vec![codes(&it.codes)], is_head: false });
            row
        };
        let rows = self.sheet.expectations.iter().map(row).collect();
        self.table(self.said("expectations-caption"), self.columns(&heads), rows);
    }

    pub(super) fn triggers(&mut self) {
        if self.sheet.triggers.is_empty() {
            return;
        }
        self.section("triggers");
        for it in &self.sheet.triggers {
            self.heading(3, &it.event);
            let mut text = vec![Piece::plain(&it.people), Piece::plain(" ")];
            text.extend(codes(&it.codes));
            self.para(Role::Note, text);
            if !it.rows.is_empty() {
                let rows = it.rows.iter().map(|row| plain_row(Cell::head(Piece::dim(&row.label)), [row.text.as_str()]));
                let rows = rows.collect();
                self.table("", unnamed(), rows);
            }
        }
    }

    pub(super) fn cases(&mut self) {
        if self.sheet.cases.is_empty() {
            return;
        }
        self.section("cases");
        for case in &self.sheet.cases {
            let outcome = if case.outcome.is_empty() { String::new() } else { format!(" ({})", case.outcome) };
            self.heading(3, format!("{}{outcome}", case.deal));
            self.case(case);
        }
    }

    fn case(&mut self, case: &Case) {
        let column = |head: String, share: f32| Column { head, share, is_number: false };
        let mut columns = vec![column(self.said("col-theme"), 0.27)];
        let members = u16::try_from(case.members.len()).unwrap_or(u16::MAX).max(1);
        for it in &case.members {
            let role = if it.text.is_empty() { String::new() } else { format!(", {}", it.text) };
            columns.push(column(format!("{}{role}", it.label), 0.55 / f32::from(members)));
        }
        columns.push(column(self.said("col-verdict"), 0.18));
        let (mut rows, mut group) = (Vec::new(), "");
        for row in &case.rows {
            if row.dimension != group {
                group = row.dimension;
                let name = Cell::head(Piece::dimension(&row.label, hue(group)));
                rows.push(Row { cells: vec![name], anchor: None });
            }
            let stands: Vec<String> = row.stands.iter().map(|it| format!("{} {}", it.label, it.text)).collect();
            let texts = stands.iter().chain([&row.verdict]).map(String::as_str);
            rows.push(plain_row(Cell::head(Piece::plain(&row.theme)), texts));
        }
        self.table(self.said("cases-caption"), columns, rows);
    }

    /// The numbers of the curve, and what the stop rule says.
    pub(super) fn counted(&mut self) {
        let Some(curve) = &self.sheet.curve else { return };
        let heads = [("col-code", 0.25), ("col-date", 0.35), ("#curve-new", 0.2), ("#curve-all", 0.2)];
        let rows = curve.bars.iter().map(|it| {
            let texts = [it.date.clone(), it.new.to_string(), it.all.to_string()];
            plain_row(Cell::head(Piece::strong(&it.code)), texts.iter().map(String::as_str))
        });
        let rows = rows.collect();
        self.table(self.said("curve-caption"), self.columns(&heads), rows);
        self.para(Role::Note, vec![Piece::plain(&self.sheet.rule)]);
        let heads = [("col-dimension", 0.28), ("#col-themes", 0.12), ("#col-once", 0.15), ("col-stop", 0.45)];
        let rows = self.sheet.stops.iter().map(|it| {
            let texts = [it.themes.to_string(), it.once.to_string(), it.verdict.clone()];
            plain_row(Cell::head(Piece::strong(&it.label)), texts.iter().map(String::as_str))
        });
        let rows = rows.collect();
        self.table(self.said("stop-caption"), self.columns(&heads), rows);
    }

    pub(super) fn evidence(&mut self) {
        self.section("evidence");
        let rows = self.sheet.evidence.iter().map(|line| {
            let mut said_by = vec![Piece::dim(who(line))];
            for claim in &line.claims {
                said_by.extend([Piece::dim(" "), Piece::dim("↩").leading(claim)]);
            }
            let cell = Cell { lines: vec![wording(line), said_by], is_head: false };
            Row { cells: vec![Cell::head(Piece::dim(&line.code)), cell], anchor: Some(line.code.clone()) }
        });
        let rows = rows.collect();
        let heads = [("evidence-line", 0.18), ("evidence-words", 0.82)];
        self.table(self.said("evidence-about"), self.columns(&heads), rows);
    }
}

/// Two columns without names: what it is, and what it says.
fn unnamed() -> Vec<Column> {
    [0.24, 0.76].map(|share| Column { head: String::new(), share, is_number: false }).into()
}

fn known(it: &Known) -> Row {
    let said = match &it.claim {
        None => vec![vec![Piece::plain(&it.nothing)]],
        Some(claim) => {
            let mut headline = vec![Piece::strong(&claim.headline).leading(&claim.id)];
            if !claim.by.is_empty() {
                headline.push(Piece::dim(format!(" ✎ {}", claim.by)));
            }
            let counts = vec![Piece::Dots(claim.dots.clone()), Piece::plain(" "), Piece::dim(&claim.counts)];
            vec![headline, counts]
        }
    };
    let name = Cell::head(Piece::dimension(&it.label, hue(it.dimension)));
    Row { cells: vec![name, Cell { lines: said, is_head: false }], anchor: None }
}

fn plain_row<'t>(head: Cell, texts: impl IntoIterator<Item = &'t str>) -> Row {
    let cells = std::iter::once(head).chain(texts.into_iter().map(|it| Cell::of(Piece::plain(it))));
    Row { cells: cells.collect(), anchor: None }
}

/// Codes one after the other; those that are listed lead to their lines.
fn codes(codes: &[Code]) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for it in codes {
        let code = if it.listed { Piece::code(&it.code) } else { Piece::dim(&it.code) };
        pieces.extend([code, Piece::dim(" ")]);
    }
    pieces.pop();
    pieces
}
