//! Whole sittings as transcripts: what is typed stands behind its prompt, what is told below it. `<+30>` lets so many
//! seconds go by, `<rest>` is a silence. `UPDATE_TRANSCRIPTS=1 cargo test --lib plain::` writes the golden files anew.

mod alike;

use std::collections::VecDeque;
use std::fs;
use std::path::Path;

use super::hearing::{Heard, Hearing, Lines};
use super::*;
use crate::domain::{Moment, Research};
use crate::library::Library;
use crate::mint::Mint;
use crate::words::Lang;

/// Hears the lines of a script.
struct Script {
    lines: VecDeque<String>,
    mint: Mint,
}

impl Hearing for Script {
    fn next(&mut self) -> Heard {
        loop {
            let Some(line) = self.lines.pop_front() else { return Heard::End };
            match line.strip_prefix("<+").and_then(|rest| rest.strip_suffix('>')?.parse().ok()) {
                Some(seconds) => self.mint.pass(seconds),
                None if line == "<rest>" => return Heard::Rest,
                None if line == "<gone>" => return Heard::Gone,
                None => return Lines(&mut format!("{line}\n").as_bytes()).next(),
            }
        }
    }
}

/// A home with a library in it.
pub struct Desk {
    folder: tempfile::TempDir,
    mint: Mint,
}

impl Desk {
    /// A library that holds nothing, shortly before a call.
    pub fn empty() -> Desk {
        Desk::at("2025-11-21T13:57:20+09:00")
    }

    /// A library that holds nothing, at a moment.
    pub fn at(now: &str) -> Desk {
        let now: Moment = now.parse().unwrap();
        Desk { folder: tempfile::tempdir().unwrap(), mint: Mint::fixed(now, 1, 0) }
    }

    fn options(&self) -> library::Options {
        let file = self.folder.path().join("library.db");
        let index = self.folder.path().join("index");
        library::Options { file, index, author: "jiyun".to_owned(), mint: self.mint.clone() }
    }

    /// Sits down, in a language, perhaps at the capture of a participant, and types these lines.
    pub fn sit(&self, lang: Lang, capture: Option<&str>, lines: &str) -> String {
        let lines = lines.lines().map(str::to_owned).collect();
        let mut script = Script { lines, mint: self.mint.clone() };
        let options = Options {
            library: self.options(),
            words: Words::new(lang),
            study: None,
            capture: capture.map(str::to_owned),
            width: Some(80),
            echo: true,
            probes: Default::default(),
            faults: Vec::new(),
        };
        let mut told = Vec::new();
        run(options, &mut script, &mut told).unwrap();
        let told = String::from_utf8(told).unwrap();
        let is_plain = |c: char| c == '\n' || !c.is_control() && !('\u{2500}'..='\u{259F}').contains(&c);
        assert!(told.chars().all(is_plain), "only text and line ends:\n{told:?}");
        for row in told.lines() {
            // What the researcher typed stands as it was typed.
            assert!(crate::domain::text::width(row) <= 80 || row.contains(" > "), "wider than the terminal: {row}");
        }
        told
    }

    /// What the library holds now.
    pub fn research(&self) -> Research {
        let library = Library::open(self.options()).unwrap();
        let study = library.study(None).unwrap();
        library.load(study.id).unwrap()
    }
}

/// Compares a transcript with its golden file.
fn holds(name: &str, told: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/plain/tests").join(format!("{name}.txt"));
    if std::env::var_os("UPDATE_TRANSCRIPTS").is_some() {
        fs::write(&path, told).unwrap();
    }
    let kept = fs::read_to_string(&path).unwrap_or_default();
    for (kept, told) in kept.lines().zip(told.lines()) {
        assert_eq!(told, kept, "in {name}");
    }
    assert_eq!(told, kept, "{name} is longer or shorter");
}

/// Story A in short, in Hangul, from the first study to the end card.
const STORY: &str = "문서보안
P07

/동의
13

<+8>
/녹음
<+592>
/계 작년 감사에서 외부 반출 기록이 없다고 지적받음
<+38>
\"팀장님이 다음 감사 전까지 무조건 끝내라고 하셨어요
/*
/-1
<+38>
/길 1 3월쯤 내부 검토 시작, 비교견적 세 군데
<+54>
/판 보안팀은 인증, 우리는 총비용을 봄 #총비용
<+39>
가격이 제일 중요했다고 함
<+14>
/고치기 4 가격이 제일 중요했다고 두 번 말함
<+4>
/우
<+3>

<+5>
도입이 늦어지면 감사랑 겹치니까 그게 제일 무서웠다고
/-
업체 담당자가 매주 전화를 줌
/분류 6 우
?재계약에 누가 끼나
!한숨을 쉬고 오래 생각함
/되돌리기
/다시
@민지가 도와줬다고
1
민지
@민지도 같은 말
/채움
/최근 3
/찾기 감사
1

/기대
/끝

/후 담당자가 바뀌면 다시 고르겠다고
/끝
1
/기록
/나가기";

#[test]
fn the_story_in_short_in_korean() {
    let desk = Desk::empty();
    holds("story.ko", &desk.sit(Lang::Ko, None, STORY));
    let research = desk.research();
    assert_eq!(research.notes().len(), 11);
    assert!(research.notes().values().all(|note| !note.text.contains("민지")), "a name is in no line");
}

#[test]
fn the_story_in_short_in_english() {
    let lines = "Document security\nP07\n\n/consent\n1\n\n/rec\n<+600>\n/t the audit found no record of copies\n\
                 \"finish it before the next audit\"\n/*\n/-1\n<+30>\n/path 1 around March they began to compare\n\
                 /c security looks at certificates, we at #total-cost\n/c we look at the total cost #total-cost\n<+60>\n/w\n\n\
                 ?who decides on the renewal\n/bar\n/last 2\n/find audit\n\n/undo\n/redo\n/end\n1\n1\n\n/brief\n/themes\n\
                 /people\n/history\n/nothing\n/help";
    let desk = Desk::empty();
    holds("story.en", &desk.sit(Lang::En, None, lines));
}

#[test]
fn an_interrupted_interview_is_told_with_its_age() {
    let desk = Desk::empty();
    let first =
        desk.sit(Lang::Ko, None, "문서보안\nP07\n\n<+1800>\n/우 도입 지연이 제일 무서웠다고\n<+5>\n<rest>\n<gone>");
    desk.mint.pass(72);
    let draft = crate::library::Draft {
        study: desk.research().study().unwrap().id,
        slot: session::draft_slot(*desk.research().interviews().keys().next().unwrap()),
        text: "도입이 늦어지면 감사…".to_owned(),
        context: "concern".to_owned(),
        at: desk.mint.now(),
    };
    Library::open(desk.options()).unwrap().draft(draft).unwrap();
    desk.mint.pass(8);
    let second = desk.sit(Lang::Ko, Some("P07"), "1\n/최근\n<+3>\n<rest>\n<+600>\n<rest>\n<+1>\n/최근 1\n/처음\n\n");
    let gaps: Vec<i64> = desk.research().gaps().values().map(|gap| gap.seconds()).collect();
    assert_eq!(gaps, [8, 600], "the time since the draft, and the time in which the machine slept");
    let third = desk.sit(Lang::Ko, None, "/되돌리기\n\n/되돌리기\n1\n/다시\n/되돌리기");
    holds("interrupted.ko", &format!("{first}{second}{third}"));
}

#[test]
fn a_hostile_sitting_neither_steers_the_terminal_nor_loses_text() {
    let long = "가".repeat(10_000);
    let lines = format!(
        "x\x1b[31mstudy\x07\n\u{202E}\nP01\n\n\x1b[A\x1b[2Jred \x1b]0;title\x07 line\n/t {long}\n/w{long}\n/undo now\n\
         /fix 1\n/fix 99 x\n/fix 1 \"\n/file 1 nowhere\n/file\n/c\n#\n#theme\n\u{0}\n/-2\n/end now\n/find \"\n/find zzz\n\
         \u{1112}\u{1161}\u{11AB}\u{200B}\n   \n/0\n/last 999999999999999999999\n/last 1\n99\n"
    );
    let desk = Desk::empty();
    let told = desk.sit(Lang::En, None, &lines);
    let row = format!("{}\n", "가".repeat(40));
    holds("hostile.en", &told.replace(&row, "").replace(&long, "(10,000)").replace("가가", "…"));
    let texts: Vec<usize> = desk.research().notes().values().map(|note| note.text.chars().count()).collect();
    assert!(texts.contains(&10_000), "{texts:?}");
}

#[test]
fn a_line_of_a_workshop_goes_into_a_cell_of_the_journey() {
    let desk = Desk::at("2026-11-23T14:00:00+09:00");
    Library::open(desk.options()).unwrap().put_research(&crate::tui::script::sample()).unwrap();
    let typed = "\n/칸\n/여럿\n/우 지윤: 결재가 석 달 걸렸어요\n/칸\n\n/칸 없는 칸\n/칸 개발팀장 문제 발생 장벽\n1\n결재 기간\n\
                 저희도 그래요\n/칸 결재 기간\n1\n/칸 결재 기간\n1\n/끝\n1";
    let told = desk.sit(Lang::Ko, Some("P14"), typed);
    holds("cells.ko", &told);
    let research = desk.research();
    let entry = research.entries().values().find(|it| it.text == "결재 기간").unwrap();
    let lines: Vec<&str> = entry.evidence.iter().map(|id| research.notes()[id].text.as_str()).collect();
    assert_eq!(lines, ["결재가 석 달 걸렸어요", "저희도 그래요"]);
    assert_eq!(entry.by, "jiyun");
}
