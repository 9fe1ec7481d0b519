//! The index as a follower: following equals rebuilding, the position survives, damage is noticed and never panics,
//! and two of them on one folder do not disturb each other.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use proptest::prelude::*;

use super::super::fields::FORMAT;
use super::super::{Candidates, Follow, Index, Scope, Unusable, parse};
use super::{document, documents, indexed};
use crate::domain::{Document, Id};
use crate::error::{ErrorKind, Result};

const QUERIES: &[&str] =
    &["가격", "비교견적", "물", "price", "ㅂㄱ", "concern:", "가격 협상 price", "\"가격 협상\"", "-가격"];

fn answers(index: &Index) -> Vec<Candidates> {
    QUERIES.iter().map(|typed| index.search(&parse(typed).unwrap(), &Scope::default(), 50).unwrap()).collect()
}

fn rebuilt(dir: &Path, seq: i64, documents: &[Document]) -> Result<Index> {
    let mut batches: Vec<Vec<Document>> = documents.chunks(3).map(<[Document]>::to_vec).collect();
    batches.reverse();
    Index::rebuild(dir, seq, &mut || Ok(batches.pop().unwrap_or_default()), &mut |_| {})
}

fn sample() -> Vec<Document> {
    documents(&[
        "가격 협상",
        "비교 견적을 받음",
        "물을 샀다",
        "prices went up",
        "도입가격",
        "우려 없음",
        "비교견적서 price",
    ])
}

#[derive(Clone, Debug)]
enum Change {
    Put(u64, usize),
    Remove(u64),
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        3 => (0u64..12, 0usize..7).prop_map(|(note, text)| Change::Put(note, text)),
        1 => (0u64..12).prop_map(Change::Remove),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 12, max_shrink_iters: 60, ..ProptestConfig::default() })]

    #[test]
    fn following_equals_rebuilding(batches in prop::collection::vec(prop::collection::vec(change(), 0..6), 1..12)) {
        let texts: Vec<String> = sample().into_iter().map(|it| it.text).collect();
        let dir = tempfile::tempdir().unwrap();
        let mut index = Index::create(&dir.path().join("a")).unwrap();
        let mut truth: BTreeMap<Id, Document> = BTreeMap::new();
        let mut seq = 0;
        for batch in batches {
            let mut touched = Vec::new();
            for change in batch {
                seq += 1;
                match change {
                    Change::Put(note, text) => {
                        let put = document(note, &texts[text]);
                        touched.push(put.note);
                        truth.insert(put.note, put);
                    }
                    Change::Remove(note) => {
                        let note = document(note, "").note;
                        touched.push(note);
                        truth.remove(&note);
                    }
                }
            }
            touched.sort();
            touched.dedup();
            let (changed, gone): (Vec<Id>, Vec<Id>) = touched.into_iter().partition(|note| truth.contains_key(note));
            let changed: Vec<Document> = changed.iter().map(|note| truth[note].clone()).collect();
            prop_assert_eq!(index.follow(&changed, &gone, seq).unwrap(), Follow::Done);
            prop_assert_eq!(index.seq(), seq);
        }
        let all: Vec<Document> = truth.into_values().collect();
        let fresh = rebuilt(&dir.path().join("b"), seq, &all).unwrap();
        prop_assert_eq!(answers(&index), answers(&fresh));
        prop_assert_eq!(index.count(), fresh.count());
    }
}

#[test]
fn the_position_survives_reopening_and_merging() {
    let dir = tempfile::tempdir().unwrap();
    let path = dir.path().join("index");
    assert_eq!(Index::open(&path).err(), Some(Unusable::Missing));
    let mut index = Index::create(&path).unwrap();
    assert_eq!(index.seq(), 0);
    for seq in 1..=20 {
        index.follow(&[document(seq, "가격")], &[], i64::try_from(seq).unwrap()).unwrap();
    }
    assert_eq!(Index::open(&path).unwrap().seq(), 20);
    assert!(index.searcher().segment_readers().len() < 12, "segments are merged");
    index.follow(&[], &[], 25).unwrap();
    index.close();
    let index = Index::open(&path).unwrap();
    assert_eq!((index.seq(), index.is_suspect()), (25, false));
    assert_eq!(index.search(&parse("가격").unwrap(), &Scope::default(), 3).unwrap().total, 20);
}

#[test]
fn another_format_is_said() {
    let (dir, index) = indexed(&sample());
    drop(index);
    let path = dir.path().join("index");
    let meta = fs::read_to_string(path.join("meta.json")).unwrap();
    fs::write(path.join("meta.json"), meta.replace(&format!("{{\\\"format\\\":{FORMAT},"), "{\\\"format\\\":99,"))
        .unwrap();
    assert_eq!(Index::open(&path).err(), Some(Unusable::OtherFormat));
}

/// Opens and asks; what is unusable is said by `open` or by `verify`.
fn health(path: &Path) -> Result<Vec<Candidates>, Unusable> {
    let mut index = Index::open(path)?;
    index.verify()?;
    Ok(answers(&index))
}

#[test]
fn every_damage_is_noticed_and_healed() {
    let (dir, index) = indexed(&sample());
    let sound = answers(&index);
    drop(index);
    let path = dir.path().join("index");
    let files: Vec<String> =
        fs::read_dir(&path).unwrap().map(|it| it.unwrap().file_name().into_string().unwrap()).collect();
    let files: Vec<String> = files.into_iter().filter(|it| !it.ends_with(".lock")).collect();
    assert!(files.len() > 6, "{files:?}");
    let damages: [fn(&Path, &[u8]); 5] = [
        |file, _| fs::remove_file(file).unwrap(),
        |file, bytes| fs::write(file, &bytes[..bytes.len() / 2]).unwrap(),
        |file, _| fs::write(file, b"").unwrap(),
        |file, bytes| fs::write(file, vec![0; bytes.len()]).unwrap(),
        |file, bytes| {
            let mut flipped = bytes.to_vec();
            flipped[bytes.len() / 3] ^= 0x55;
            fs::write(file, flipped).unwrap();
        },
    ];
    for name in &files {
        let file = path.join(name);
        let bytes = fs::read(&file).unwrap();
        for (number, damage) in damages.iter().enumerate() {
            damage(&file, &bytes);
            if let Ok(answers) = health(&path) {
                // A changed byte in the list of files or in the numbers of the meta file may well be harmless.
                assert!(name.ends_with(".json") && number == 4, "damage {number} of {name} was not noticed");
                assert_eq!(answers, sound);
            }
            fs::write(&file, &bytes).unwrap();
        }
    }
    fs::write(path.join("meta.json"), "{}").unwrap();
    let healed = rebuilt(&path, 3, &sample()).unwrap();
    assert_eq!((answers(&healed), healed.seq()), (sound, 3));
    let left: Vec<_> = fs::read_dir(dir.path()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(left.len(), 2, "only the folder and its lock stay: {left:?}");
}

#[test]
fn two_on_one_folder_do_not_disturb_each_other() {
    let (dir, mut first) = indexed(&sample());
    let path = dir.path().join("index");
    let mut second = Index::open(&path).unwrap();
    assert!(!second.is_suspect(), "the first has written and still lives: its mark says nothing");
    let lock = super::super::folder::lock(&path).unwrap().unwrap();
    assert_eq!(second.follow(&[], &[], 9).unwrap(), Follow::LockBusy);
    assert_eq!(rebuilt(&path, 9, &[]).err().map(|it| it.kind), Some(ErrorKind::Busy));
    drop(lock);
    first.follow(&[document(50, "새 가격")], &[], 10).unwrap();
    assert_eq!(second.follow(&[document(51, "낡은 가격")], &[], 9).unwrap(), Follow::Moved);
    assert_eq!(second.seq(), 10);
    assert_eq!(answers(&first), answers(&second));
    assert!(!first.refresh().unwrap());
    let third = rebuilt(&path, 30, &sample()).unwrap();
    assert!(first.refresh().unwrap());
    assert_eq!((first.seq(), answers(&first)), (30, answers(&third)));
    assert_eq!(first.follow(&[document(52, "또 가격")], &[], 31).unwrap(), Follow::Done);
    drop((first, second, third));
    assert!(!Index::open(&path).unwrap().is_suspect());
}

#[test]
fn whoever_was_killed_while_writing_leaves_a_mark_until_it_is_verified() {
    let (dir, index) = indexed(&sample());
    let path = dir.path().join("index");
    drop(index);
    fs::write(path.join("dirty-99999999"), "").unwrap();
    let mut index = Index::open(&path).unwrap();
    assert!(index.is_suspect());
    index.verify().unwrap();
    assert!(!index.is_suspect() && !Index::open(&path).unwrap().is_suspect());
}

#[test]
fn a_rebuild_that_fails_leaves_the_old_index_alone() {
    let (dir, index) = indexed(&sample());
    let path = dir.path().join("index");
    let sound = answers(&index);
    let mut calls = 0;
    let failed = Index::rebuild(
        &path,
        9,
        &mut || {
            calls += 1;
            if calls == 1 { Ok(sample()) } else { Err(crate::error::Error::new(ErrorKind::Io, "disk-full")) }
        },
        &mut |_| {},
    );
    assert!(failed.is_err());
    assert_eq!(answers(&Index::open(&path).unwrap()), sound);
}

#[cfg(unix)]
#[test]
fn the_folder_is_for_its_owner_only() {
    use std::os::unix::fs::PermissionsExt;
    let (dir, _index) = indexed(&sample());
    let mode = fs::metadata(dir.path().join("index")).unwrap().permissions().mode();
    assert_eq!(mode & 0o777, 0o700);
}
