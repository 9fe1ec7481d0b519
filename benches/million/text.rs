//! The lines of the million: sentences of real reviews and conversations in Korean and English, put together anew to
//! lines of the length that interview notes have. Where the real texts are not at hand, the generated corpus alone.

use std::path::{Path, PathBuf};

use whybuy::domain::text::trim_line;
use whybuy::domain::{Record, Research};

use crate::corpus::{self, Dice};

/// So many lines of the generated corpus are mixed in.
const GENERATED: usize = 4_000;
const PER_STUDY: usize = 50_000;
/// Changes whenever the library that is kept would no longer be the one that is made.
pub const MADE: &str = "made-1";

/// Sentences to draw from.
pub struct Sentences {
    korean: Vec<String>,
    english: Vec<String>,
    /// Whether real texts are among them.
    pub is_real: bool,
}

fn shared() -> PathBuf {
    let checkout = Path::new(env!("CARGO_MANIFEST_DIR"));
    // A worktree stands one folder deeper than the checkout.
    let places = [checkout.join("../shared/data"), checkout.join("../../shared/data")];
    places.iter().find(|it| it.is_dir()).unwrap_or(&places[0]).clone()
}

impl Sentences {
    pub fn read() -> Sentences {
        let mut all = Sentences { korean: Vec::new(), english: Vec::new(), is_real: true };
        for (file, column) in [("load/nsmc/reviews.tsv", 4), ("load/kote/test.tsv", 1)] {
            let Ok(text) = std::fs::read_to_string(shared().join(file)) else {
                all.is_real = false;
                continue;
            };
            text.lines().skip(1).filter_map(|line| line.split('\t').nth(column)).for_each(|it| all.take(it));
        }
        for number in [38, 52, 63, 71] {
            let file = shared().join(format!("interviews/founderstalk/founders-talk-{number}.md"));
            std::fs::read_to_string(file).unwrap_or_default().lines().for_each(|line| all.take(line));
        }
        let mut dice = Dice::new(3);
        (0..GENERATED).for_each(|_| all.take(&corpus::line(&mut dice)));
        all
    }

    /// Takes the sentences of a text, each to its language.
    fn take(&mut self, text: &str) {
        let clean = trim_line(text);
        for sentence in clean.split_inclusive(['.', '?', '!']) {
            let sentence = sentence.trim();
            let syllables = sentence.chars().filter(|c| ('가'..='힣').contains(c)).count();
            match sentence.split_whitespace().count() {
                0..2 => {}
                _ if syllables * 3 >= sentence.chars().count() => self.korean.push(sentence.to_owned()),
                _ if sentence.is_ascii() => self.english.push(sentence.to_owned()),
                _ => {}
            }
        }
    }

    /// A line of about 26 words, in Korean or in English.
    pub fn line(&self, dice: &mut Dice) -> String {
        let pool = if dice.chance(50) { &self.korean } else { &self.english };
        let (least, mut words, mut line) = (dice.between(12, 32), 0, String::new());
        while words < least {
            let sentence = dice.pick(pool);
            words += sentence.split_whitespace().count();
            if !line.is_empty() {
                line.push(' ');
            }
            line.push_str(sentence);
        }
        trim_line(&line).into_owned()
    }

    /// A library of so many lines: studies of several years, each with the people and the frame of the corpus.
    pub fn library(&self, notes: usize) -> impl Iterator<Item = Research> {
        let per_study = PER_STUDY.min(notes.div_ceil(8));
        (0..notes.div_ceil(per_study)).map(move |number| {
            let start = format!("{}-{:02}-06T09:00:00+09:00", 2021 + number % 6, 1 + number / 6 * 2 % 12);
            let lines = per_study.min(notes - number * per_study);
            let mut dice = Dice::new(77 + number as u64);
            let study = corpus::study_at(&start, 1, number as u64, lines);
            let records = study.records().map(|record| match record {
                Record::Note(mut note) => {
                    note.text = self.line(&mut dice);
                    Record::Note(note)
                }
                other => other,
            });
            Research::of(records).expect("lines of real texts are well formed")
        })
    }
}
