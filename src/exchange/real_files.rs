//! Files that other people made (`../shared/data`, never copied here): every one is read, and what is read adds up.
//! Where the folder is missing the tests say so and pass, except in CI.

#![allow(clippy::unwrap_used, clippy::panic, clippy::print_stderr, clippy::disallowed_macros)]

use std::fs;
use std::path::{Path, PathBuf};

use super::*;
use crate::domain::{Id, Moment, Speaker, Study, Voice};
use crate::mint::Mint;

/// The files of a folder of `../shared/data/interviews` with this ending, by name; none where it is not there.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let beside = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|it| it.join("shared"));
    let told = std::env::var_os("WHYBUY_SHARED").map(PathBuf::from);
    let found = told.into_iter().chain(beside).map(|it| it.join("data/interviews").join(folder)).find(|it| it.is_dir());
    let Some(folder) = found else {
        assert!(std::env::var_os("CI").is_none(), "CI has no shared/data/interviews/{folder}");
        eprintln!("SKIPPED: there is no shared/data/interviews/{folder}");
        return Vec::new();
    };
    let entries = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut files: Vec<PathBuf> = entries.filter(|path| path.extension().is_some_and(|it| it == ending)).collect();
    files.sort();
    files
}

fn take(path: &Path) -> (Research, Report, Material) {
    let now: Moment = "2026-11-22T10:00:00+09:00".parse().unwrap();
    let study = Study::blank(Id::from_u128(1), "s", now);
    let mut research = Research::of([study.into()]).unwrap();
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let material = read(&fs::read(path).unwrap(), &name, None).unwrap_or_else(|error| panic!("{name}: {error}"));
    let mint = Mint::fixed(now, 1, 0);
    let (step, report) = plan(&material, &Target::new(&research, &mint, now)).unwrap();
    research.apply_step(&step).unwrap();
    assert_eq!(research.notes().len(), usize::try_from(report.taken).unwrap(), "{name}");
    let (again, _) = plan(&material, &Target::new(&research, &mint, now)).unwrap();
    assert!(again.edits.is_empty(), "{name} imported twice");
    (research, report, material)
}

fn lines(research: &Research, speaker: Speaker) -> usize {
    research
        .notes()
        .values()
        .filter(|note| note.speaker == speaker && (speaker == Speaker::Interviewer || note.is_evidence()))
        .count()
}

#[test]
fn each_long1960s_table_is_one_interview_with_an_interviewer() {
    let files = files("long1960s/_data/transcripts", "csv");
    assert!(files.is_empty() || files.len() == 16);
    for path in files {
        let (research, report, _) = take(&path);
        let name = path.display();
        assert_eq!(
            (report.format, research.interviews().len(), research.participants().len()),
            (Format::Csv, 1, 1),
            "{name}"
        );
        let (asked, said) = (lines(&research, Speaker::Interviewer), lines(&research, Speaker::Participant));
        assert!(asked >= 10 && said >= 14, "{name}: {asked} {said}");
        assert!(report.interviewer_guess.is_some(), "{name}");
        assert!(asked + said + 6 >= research.notes().len(), "{name}: {asked} + {said} of {}", research.notes().len());
        assert!(report.refused.len() <= 2, "{name}: {:?}", report.refused);
        // Who is interviewed gives the file its name.
        let interviewer = &report.speakers[usize::try_from(report.interviewer_guess.unwrap().0).unwrap() - 1].label;
        let first_name = path.file_stem().unwrap().to_string_lossy().split('_').next_back().unwrap().to_lowercase();
        assert!(!interviewer.to_lowercase().split(' ').any(|part| part == first_name), "{name}: {interviewer}");
    }
}

#[test]
fn captions_of_zoom_are_read() {
    for path in files("zoom_clova", "vtt") {
        let (research, report, material) = take(&path);
        assert_eq!(report.format, Format::Vtt);
        let (asked, said) = (lines(&research, Speaker::Interviewer), lines(&research, Speaker::Participant));
        assert!(asked > 5 && said > 5, "{}: {asked} {said} {:?}", path.display(), report.speakers);
        let Content::Transcript(transcript) = material.content else { panic!("no transcript") };
        assert!(transcript.turns.iter().all(|turn| turn.speaker.is_some() && turn.at.is_some()));
        assert!(transcript.turns.iter().all(|turn| !turn.text.contains("-->") && !turn.text.contains("<v")));
    }
}

#[test]
fn a_clovanote_is_read() {
    for path in files("zoom_clova", "txt") {
        let (research, report, _) = take(&path);
        assert_eq!((report.format, report.encoding), (Format::Clova, Encoding::Utf8));
        assert_eq!((lines(&research, Speaker::Interviewer), lines(&research, Speaker::Participant)), (2, 2));
        assert_eq!(research.interviews().values().next().unwrap().label, "2026-11-02");
        assert!(research.notes().values().all(|note| !note.text.contains("naver")));
    }
}

#[test]
fn subtitles_become_sentences() {
    let files = files("srt", "srt");
    assert!(files.is_empty() || files.len() == 3);
    for path in files {
        let (research, report, material) = take(&path);
        assert_eq!((report.format, report.encoding), (Format::Srt, Encoding::Utf8));
        assert!(report.remarks.iter().any(|it| it.key == "no-speakers"));
        let Content::Transcript(transcript) = material.content else { panic!("no transcript") };
        assert!(transcript.turns.len() > 100 && transcript.turns.iter().all(|turn| turn.text.chars().count() < 800));
        assert!(transcript.turns.windows(2).all(|pair| pair[0].at <= pair[1].at));
        assert!(research.notes().len() >= transcript.turns.len());
        assert!(research.notes().values().all(|note| note.voice == Voice::Paraphrase));
    }
}

#[test]
fn a_podcast_in_markdown_is_read() {
    for path in files("founderstalk", "md") {
        let (research, report, _) = take(&path);
        assert_eq!(report.format, Format::Text, "{}", path.display());
        let guess = report.interviewer_guess.unwrap();
        assert_eq!(report.speakers[usize::try_from(guess.0).unwrap() - 1].label, "Adam Stacoviak");
        assert!(lines(&research, Speaker::Participant) > 40);
        assert!(research.notes().values().all(|note| !note.text.contains("**") && !note.text.contains("\\[")));
        assert!(research.notes().values().filter(|note| note.at.is_some()).count() > 5);
    }
}

#[test]
fn business_interviews_as_tables_are_read() {
    let files = files("b2b", "csv");
    assert!(files.is_empty() || files.len() == 3);
    for path in files {
        let (research, report, _) = take(&path);
        assert!(report.refused.is_empty());
        assert_eq!(
            report.speakers[usize::try_from(report.interviewer_guess.unwrap().0).unwrap() - 1].label,
            "Jordan Lee"
        );
        assert!(lines(&research, Speaker::Participant) > 10);
        assert!(research.notes().values().all(|note| note.at.is_some()));
    }
}

#[test]
fn our_own_sample_transcripts_are_read() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("sample_data/transcripts");
    for (name, format, code) in [
        ("p09_meeting.en.vtt", Format::Vtt, "P09"),
        ("p14_clovanote.ko.txt", Format::Clova, "P01"),
        ("p15_plain.ko.txt", Format::Text, "P15"),
    ] {
        let (research, report, _) = take(&folder.join(name));
        assert_eq!((report.format, report.people[0].code.as_str()), (format, code));
        let (asked, said) = (lines(&research, Speaker::Interviewer), lines(&research, Speaker::Participant));
        let others = research.notes().values().filter(|note| note.voice == Voice::Observation).count();
        assert!(
            asked > 5 && said > 5 && asked + said + others == research.notes().len(),
            "{name}: {asked} {said} {others}"
        );
        // A third person speaks in the first one: nothing of that is the participant's.
        assert_eq!(others > 0, name.starts_with("p09"), "{name}: {others}");
    }
}
