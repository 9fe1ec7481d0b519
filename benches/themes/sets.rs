//! The sets of texts with what people say of them: arguments with key points, messages with intents, utterances with the
//! same meaning, meetings with the sentences that bear out their summaries. Read from `../shared/data/themes`.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

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

fn drawn(name: &str, groups: &[Vec<String>], (counts, least, most): (&[usize], usize, usize), seed: u64) -> Vec<Grouped> {
    let mut dice = Dice::new(seed);
    let mut sets = Vec::new();
    for (count, draw) in counts.iter().flat_map(|count| (0..DRAWS).map(move |draw| (*count, draw))) {
        let mut chosen: Vec<(usize, String)> = Vec::new();
        for (label, group) in dice.some(count, groups.len()).into_iter().enumerate() {
            let size = (least + dice.below(most - least + 1)).min(groups[group].len());
            let texts = dice.some(size, groups[group].len());
            chosen.extend(texts.into_iter().map(|at| (label, groups[group][at].clone())));
        }
        let order = dice.some(chosen.len(), chosen.len());
        let (groups, texts) = order.into_iter().map(|at| chosen[at].clone()).unzip();
        sets.push(Grouped { name: format!("{name} {count} groups, draw {draw}"), texts, groups });
    }
    sets
}
