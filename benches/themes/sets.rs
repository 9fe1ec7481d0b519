//! The sets of texts with what people say of them: arguments with key points, messages with intents, utterances with the
//! same meaning, meetings with the sentences that bear out their summaries. Read from `../shared/data/themes`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use super::dice::Dice;

/// Texts with the group to which people count each.
pub struct Grouped {
    /// Which.
    pub name: String,
    /// In order.
    pub texts: Vec<String>,
    /// The group of each.
    pub groups: Vec<usize>,
}

/// Arguments with the key points that each makes, and how the key points read.
pub struct Argued {
    /// In order.
    pub texts: Vec<String>,
    /// The key points of each, none where nobody found one.
    pub makes: Vec<BTreeSet<usize>>,
    /// The key points.
    pub points: Vec<String>,
}

/// Where the data lies: beside the checkout, or one higher for a worktree.
pub fn folder() -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let found = ["../shared/data/themes", "../../shared/data/themes"].iter().map(|it| root.join(it));
    found.into_iter().find(|it| it.exists())
}

fn rows(path: &Path) -> Vec<Vec<String>> {
    let mut reader = csv::Reader::from_path(path).expect("a set");
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// One set for each topic and side of `argkp`.
pub fn argued(folder: &Path) -> Vec<Argued> {
    let folder = folder.join("argkp");
    let mut sets: BTreeMap<(String, String), Argued> = BTreeMap::new();
    let mut place: BTreeMap<String, usize> = BTreeMap::new();
    let empty = || Argued { texts: Vec::new(), makes: Vec::new(), points: Vec::new() };
    let mut of: BTreeMap<String, (String, String)> = BTreeMap::new();
    for row in rows(&folder.join("key_points_train.csv")) {
        let set = sets.entry((row[2].clone(), row[3].clone())).or_insert_with(empty);
        place.insert(row[0].clone(), set.points.len());
        set.points.push(row[1].clone());
    }
    for row in rows(&folder.join("arguments_train.csv")) {
        let key = (row[2].clone(), row[3].clone());
        let set = sets.entry(key.clone()).or_insert_with(empty);
        place.insert(row[0].clone(), set.texts.len());
        of.insert(row[0].clone(), key);
        set.texts.push(row[1].clone());
        set.makes.push(BTreeSet::new());
    }
    for row in rows(&folder.join("labels_train.csv")).iter().filter(|row| row[2] == "1") {
        let set = sets.get_mut(&of[&row[0]]).expect("an argument");
        set.makes[place[&row[0]]].insert(place[&row[1]]);
    }
    sets.into_values().filter(|set| !set.texts.is_empty() && !set.points.is_empty()).collect()
}

impl Argued {
    /// The arguments that make one key point and no other, grouped by it.
    pub fn grouped(&self, name: String) -> Grouped {
        let single = (0..self.texts.len()).filter(|at| self.makes[*at].len() == 1);
        let (texts, groups) = single.map(|at| (self.texts[at].clone(), *self.makes[at].first().expect("one"))).unzip();
        Grouped { name, texts, groups }
    }
}

/// Sets of some intents, each with some messages, drawn from `banking77`.
pub fn banking(folder: &Path, seed: u64) -> Vec<Grouped> {
    let mut by_intent: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for row in rows(&folder.join("banking77/train.csv")) {
        by_intent.entry(row[1].clone()).or_default().push(row[0].clone());
    }
    drawn("banking77", &by_intent.into_values().collect::<Vec<_>>(), (&[4, 6, 8, 10, 12], 5, 24), seed)
}

/// Sets of some meanings, each with up to ten utterances, drawn from `parakqc_ko`.
pub fn parakqc(folder: &Path, seed: u64) -> Vec<Grouped> {
    let text = fs::read_to_string(folder.join("parakqc_ko/data/paraKQC_v1.txt")).expect("a set");
    let lines: Vec<String> = text.lines().filter_map(|it| it.rsplit('\t').next()).map(str::to_owned).collect();
    let groups: Vec<Vec<String>> = lines.chunks(10).map(<[String]>::to_vec).collect();
    drawn("parakqc", &groups, (&[4, 8, 12, 16, 20], 10, 10), seed)
}

/// How many sets are drawn of each number of groups.
const DRAWS: usize = 6;

fn drawn(
    name: &str,
    groups: &[Vec<String>],
    (counts, least, most): (&[usize], usize, usize),
    seed: u64,
) -> Vec<Grouped> {
    let mut dice = Dice::new(seed);
    let mut sets = Vec::new();
    for (count, draw) in counts.iter().flat_map(|count| (0..DRAWS).map(move |draw| (*count, draw))) {
        let mut chosen: Vec<(usize, String)> = Vec::new();
        for (label, group) in some(&mut dice, count, groups.len()).into_iter().enumerate() {
            let size = (least + dice.below(most - least + 1)).min(groups[group].len());
            let texts = some(&mut dice, size, groups[group].len());
            chosen.extend(texts.into_iter().map(|at| (label, groups[group][at].clone())));
        }
        let order = some(&mut dice, chosen.len(), chosen.len());
        let (groups, texts) = order.into_iter().map(|at| chosen[at].clone()).unzip();
        sets.push(Grouped { name: format!("{name} {count} groups, draw {draw}"), texts, groups });
    }
    sets
}

/// `take` different numbers below `limit`, in the order in which they fall.
pub fn some(dice: &mut Dice, take: usize, limit: usize) -> Vec<usize> {
    let mut all: Vec<usize> = (0..limit).collect();
    for at in 0..take.min(limit) {
        let other = at + dice.below(limit - at);
        all.swap(at, other);
    }
    all.truncate(take);
    all
}

/// A part of a meeting about one matter: its sentences, and for each sentence of the human summary which of them bear
/// it out.
pub struct Meeting {
    /// In order.
    pub sentences: Vec<String>,
    /// One for each sentence of the summary that has evidence.
    pub evidence: Vec<BTreeSet<usize>>,
}

/// Parts with fewer words are taken whole by any method.
const LEAST_WORDS: usize = 220;

/// The parts of the meetings of `qmsum` that a question was asked about.
pub fn meetings(folder: &Path) -> Vec<Meeting> {
    let folder = folder.join("qmsum");
    let mut files: Vec<PathBuf> = fs::read_dir(&folder).expect("a set").map(|it| it.expect("a file").path()).collect();
    files.retain(|it| it.extension().is_some_and(|it| it == "json"));
    files.sort();
    let read = |path: &Path| -> Value { serde_json::from_slice(&fs::read(path).expect("a set")).expect("JSON") };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let mut meetings = Vec::new();
    for file in files {
        let meeting = read(&file);
        let coded = read(&folder.join("evidence").join(file.file_name().expect("a name")));
        let turns = list(&meeting["meeting_transcripts"]);
        for asked in list(&coded["qmsum"]["specific_query_list"]) {
            let spans = list(&meeting["specific_query_list"]);
            let Some(span) = spans.iter().find(|it| it["query"] == asked["query"]) else { continue };
            let number = |value: &Value| value.as_str().and_then(|it| it.parse::<usize>().ok()).unwrap_or(0);
            let within = |turn: usize| {
                list(&span["relevant_text_span"]).iter().any(|it| (number(&it[0])..=number(&it[1])).contains(&turn))
            };
            let inside = (0..turns.len()).filter(|turn| within(*turn));
            let sentences: Vec<(usize, String)> = inside
                .flat_map(|turn| {
                    cut(turns[turn]["content"].as_str().unwrap_or_default()).into_iter().map(move |it| (turn, it))
                })
                .collect();
            let bears = |it: &Value| -> Vec<usize> {
                let turn = it["turn_index"].as_u64().unwrap_or(0) as usize;
                let said = spoken(it["content"].as_str().unwrap_or_default());
                (0..sentences.len())
                    .filter(|at| sentences[*at].0 == turn && overlaps(&sentences[*at].1, &said))
                    .collect()
            };
            let mut evidence: Vec<BTreeSet<usize>> =
                list(&asked["evidence"]).iter().map(|it| list(it).iter().flat_map(bears).collect()).collect();
            evidence.retain(|it| !it.is_empty());
            let words: usize = sentences.iter().map(|(_, it)| it.split_whitespace().count()).sum();
            if !evidence.is_empty() && words >= LEAST_WORDS {
                meetings.push(Meeting { sentences: sentences.into_iter().map(|(_, it)| it).collect(), evidence });
            }
        }
    }
    meetings
}

/// What was said, without marks such as `{vocalsound}`, in single blanks.
fn spoken(text: &str) -> String {
    text.split_whitespace().filter(|it| !it.starts_with('{')).collect::<Vec<_>>().join(" ")
}

/// A turn in sentences.
fn cut(turn: &str) -> Vec<String> {
    let mut sentences = vec![String::new()];
    for word in spoken(turn).split(' ') {
        let last = sentences.last_mut().expect("one");
        if !last.is_empty() {
            last.push(' ');
        }
        last.push_str(word);
        if matches!(word, "." | "?" | "!") {
            sentences.push(String::new());
        }
    }
    sentences.retain(|it| it.contains(char::is_alphanumeric));
    sentences
}

/// Whether a sentence holds a piece of evidence, or is a part of it that says something.
fn overlaps(sentence: &str, said: &str) -> bool {
    sentence.contains(said) || said.contains(sentence) && sentence.split_whitespace().count() > 3
}
