//! What a document says against what it should say, line by line or value by value. A line that was changed is told with
//! both wordings; what only the document has is a fault where it holds a number or stands in quotation marks.

use std::collections::{BTreeMap, BTreeSet};

use super::printed::{digits_of, heading};
use super::{Fault, FaultKind, Printed, PrintedLine};

/// The differences; places that have a fault already are passed over.
pub(super) fn of(printed: &Printed, expected: &Printed, told: &BTreeSet<String>) -> Vec<Fault> {
    if printed.has_paths { by_path(printed, expected, told) } else { by_line(printed, expected, told) }
}

fn by_path(printed: &Printed, expected: &Printed, told: &BTreeSet<String>) -> Vec<Fault> {
    let values = |of: &Printed| -> BTreeMap<String, String> {
        of.lines.iter().map(|line| (line.at.clone(), line.text.clone())).collect()
    };
    let (ours, theirs) = (values(printed), values(expected));
    let objects = |of: &Printed| -> BTreeSet<String> { of.lines.iter().flat_map(|line| prefixes(&line.at)).collect() };
    let (our_objects, their_objects) = (objects(printed), objects(expected));
    let (mut faults, mut seen) = (Vec::new(), told.clone());
    for line in &printed.lines {
        match theirs.get(&line.at) {
            Some(wanted) if *wanted == line.text => {}
            Some(wanted) => {
                let is_told = prefixes(&line.at).iter().any(|it| told.contains(it));
                if !is_told && seen.insert(line.at.clone()) {
                    faults.push(changed(line, wanted, &line.at));
                }
            }
            None => {
                let place = prefixes(&line.at).into_iter().find(|it| !their_objects.contains(it));
                let place = place.unwrap_or_else(|| line.at.clone());
                if !prefixes(&place).iter().any(|it| told.contains(it)) && seen.insert(place.clone()) {
                    let kind = if place.ends_with(']') { FaultKind::Reference } else { FaultKind::Words };
                    faults.push(Fault::new(kind, &place, "").but("", if place == line.at { &line.text } else { "" }));
                }
            }
        }
    }
    for line in expected.lines.iter().filter(|line| !ours.contains_key(&line.at)) {
        let place =
            prefixes(&line.at).into_iter().find(|it| !our_objects.contains(it)).unwrap_or_else(|| line.at.clone());
        if seen.insert(place.clone()) {
            let kind = if line.against { FaultKind::Contradictor } else { FaultKind::Missing };
            faults.push(Fault::new(kind, &place, "").but(if place == line.at { &line.text } else { "" }, ""));
        }
    }
    faults
}

/// The paths of what a value lies in, the outermost first, and its own.
fn prefixes(path: &str) -> Vec<String> {
    let mut ends: Vec<usize> = Vec::new();
    let mut depth = 0_u32;
    for (at, c) in path.char_indices() {
        match c {
            '[' => {
                if depth == 0 {
                    ends.push(at);
                }
                depth += 1;
            }
            ']' => depth = depth.saturating_sub(1),
            '.' if depth == 0 => ends.push(at),
            _ => {}
        }
    }
    ends.push(path.len());
    ends.into_iter().filter(|at| *at > 0).filter_map(|at| path.get(..at)).map(str::to_owned).collect()
}

/// A line that says something else than it should.
fn changed(line: &PrintedLine, wanted: &str, about: &str) -> Fault {
    let is_number = digits_of(&line.text).ne(digits_of(wanted));
    let kind = if is_number { FaultKind::Number } else { FaultKind::Words };
    Fault::new(kind, &line.at, about).but(wanted, &line.text)
}

fn by_line(printed: &Printed, expected: &Printed, told: &BTreeSet<String>) -> Vec<Fault> {
    let (ours, theirs): (Vec<&PrintedLine>, Vec<&PrintedLine>) =
        (printed.lines.iter().collect(), expected.lines.iter().collect());
    let mut faults = Vec::new();
    for (extra, missing) in hunks(&ours, &theirs) {
        hunk(&ours[extra.clone()], &theirs[missing], told, &mut |mut fault: Fault| {
            if fault.about.is_empty() {
                fault.about = heading_above(&ours[..extra.start]);
            }
            faults.push(fault);
        });
    }
    faults
}

fn heading_above(lines: &[&PrintedLine]) -> String {
    let above = lines.iter().rev().find_map(|line| heading(&line.text).or_else(|| line.text.strip_prefix("## ")));
    above.unwrap_or_default().to_owned()
}

/// One place where the two differ: lines that only the document has, and lines that it should have.
fn hunk(ours: &[&PrintedLine], theirs: &[&PrintedLine], told: &BTreeSet<String>, tell: &mut impl FnMut(Fault)) {
    let mut left: Vec<&PrintedLine> = theirs.to_vec();
    for line in ours {
        let twin = left.iter().enumerate().max_by_key(|(at, it)| (likeness(line, it), std::cmp::Reverse(*at)));
        let twin = twin.filter(|(_, it)| likeness(line, it) > 0).map(|(at, _)| at);
        let is_told = told.contains(&line.at);
        match twin.map(|at| left.remove(at)) {
            _ if is_told => {}
            Some(wanted) => tell(changed(line, &wanted.text, "")),
            None if has_quotation(&line.text) => {
                tell(Fault::new(FaultKind::Unsourced, &line.at, "").but("", &line.text));
            }
            None if heading(&line.text).is_some() => {
                tell(Fault::new(FaultKind::Words, &line.at, "").but("", &line.text));
            }
            None if digits_of(&line.text).next().is_some() => {
                tell(Fault::new(FaultKind::Number, &line.at, "").but("", &line.text));
            }
            None => {}
        }
    }
    let place = ours.last().map_or("", |line| line.at.as_str());
    for line in left {
        let kind = if line.against { FaultKind::Contradictor } else { FaultKind::Missing };
        tell(Fault::new(kind, place, "").but(&line.text, ""));
    }
}

/// How alike two lines are: the same but for its digits, the same words, the same beginning. Nought for strangers.
fn likeness(one: &PrintedLine, other: &PrintedLine) -> usize {
    let bare = |text: &str| text.chars().filter(|c| !c.is_ascii_digit()).collect::<String>();
    if bare(&one.text) == bare(&other.text) {
        return 1000;
    }
    let words = |text: &str| -> BTreeSet<String> { text.split_whitespace().map(str::to_owned).collect() };
    let (ours, theirs) = (words(&one.text), words(&other.text));
    let common = ours.intersection(&theirs).count();
    let share = common * 100 / ours.union(&theirs).count().max(1);
    let is_same_heading = heading(&one.text).is_some() && heading(&other.text).is_some();
    if share >= 34 || is_same_heading { share.max(1) } else { 0 }
}

fn has_quotation(text: &str) -> bool {
    text.contains('“') && text.contains('”') || text.matches('"').count() > 1
}

type Hunk = (std::ops::Range<usize>, std::ops::Range<usize>);

/// The most comparisons that are made; longer documents are compared at their common lines only.
const MOST: usize = 16_000_000;

/// Where two lists differ, by their longest common subsequence.
fn hunks(ours: &[&PrintedLine], theirs: &[&PrintedLine]) -> Vec<Hunk> {
    let same = |a: usize, b: usize| ours[a].text == theirs[b].text;
    let head = (0..ours.len().min(theirs.len())).take_while(|at| same(*at, *at)).count();
    let tail = (0..ours.len().min(theirs.len()) - head)
        .take_while(|at| same(ours.len() - 1 - at, theirs.len() - 1 - at))
        .count();
    let (rows, columns) = (ours.len() - head - tail, theirs.len() - head - tail);
    if rows * columns > MOST {
        return vec![(head..head + rows, head..head + columns)];
    }
    let mut longest = vec![vec![0_u32; columns + 1]; rows + 1];
    for a in (0..rows).rev() {
        for b in (0..columns).rev() {
            longest[a][b] = if same(head + a, head + b) {
                longest[a + 1][b + 1] + 1
            } else {
                longest[a + 1][b].max(longest[a][b + 1])
            };
        }
    }
    let (mut hunks, mut from) = (Vec::new(), (0, 0));
    let (mut a, mut b) = (0, 0);
    while a < rows && b < columns {
        if same(head + a, head + b) {
            hunks.push((head + from.0..head + a, head + from.1..head + b));
            (a, b) = (a + 1, b + 1);
            from = (a, b);
        } else if longest[a + 1][b] >= longest[a][b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    hunks.push((head + from.0..head + rows, head + from.1..head + columns));
    hunks.retain(|(ours, theirs)| !ours.is_empty() || !theirs.is_empty());
    hunks
}
