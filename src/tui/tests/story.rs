//! Story A as one session: the keys of a 45-minute call in Hangul, from the home screen to the debrief, against a real
//! library on disk. After each moment the bar on the screen is counted again from what the database holds, and at the
//! end the interview is the golden one.

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::Duration;

use tempfile::TempDir;

use super::super::driver::hand_over;
use super::super::event::Event;
use super::super::model::{Model, Start};
use super::super::palette::{Colors, Look};
use super::super::script::{Script, sample};
use super::super::world::World;
use crate::domain::{
    Consent, Id, Interview, Key, Kind, Moment, Note, Participant, Research, Step, Subject, Voice, text,
};
use crate::library::{Desk, Library, News, Options};
use crate::mint::Mint;
use crate::words::{Lang, Words};

const PATIENCE: Duration = Duration::from_secs(60);

/// A session at the screens with a desk behind them.
struct Live {
    script: Script,
    desk: Desk,
    news: Receiver<News>,
    home: TempDir,
}

fn moment(time: &str) -> Moment {
    format!("2026-11-23T{time}+09:00").parse().unwrap()
}

fn options(home: &TempDir, seed: u64) -> Options {
    let mint = Mint::fixed(moment("13:57:00"), seed, 0);
    Options {
        file: home.path().join("library.db"), index: home.path().join("index"), author: "지윤".to_owned(), mint
    }
}

/// The sample study with one more person, whose interview is planned for today at two.
fn study() -> (Research, Step) {
    let before = sample();
    let id = before.study().unwrap().id;
    let persona = before.personas().values().next().unwrap().id;
    let (person, interview) = (Id::from_u128(7001), Id::from_u128(7002));
    let participant = Participant {
        id: person,
        study: id,
        code: "P31".to_owned(),
        persona: Some(persona),
        deal: None,
        role: "구매팀 과장".to_owned(),
        recruited: None,
        outcome: None,
        attributes: BTreeMap::new(),
        consent: Consent::default(),
    };
    let day = moment("14:00:00");
    let planned = Interview { planned: Some(day), ..Interview::planned_on(day.date(), (interview, id, person)) };
    let mut step = Step::new(id, "import-study", "story");
    for record in before.records() {
        step = step.put(record);
    }
    (before, step.put(participant).put(planned))
}

impl Live {
    fn begin() -> Live {
        let home = tempfile::tempdir().unwrap();
        Library::open(options(&home, 1)).unwrap().save(study().1).unwrap();
        let (sender, news): (Sender<News>, _) = channel();
        let sender = Mutex::new(sender);
        let options = options(&home, 100_000);
        let mint = options.mint.clone();
        let desk = Desk::open(options, move |news| {
            let _closed = sender.lock().unwrap().send(news);
        })
        .unwrap();
        let look = Look::new(Colors::Full, false);
        let world = World::new(mint, Words::new(Lang::Ko), look, home.path().to_owned());
        let (model, effects) = Model::new(world, None, Start::Home);
        let script = Script { model, effects };
        let mut live = Live { script, desk, news, home };
        live.settle();
        live.hear_until(|script| script.model.world.study().is_some());
        live
    }

    /// Hands over what the screens asked for.
    fn settle(&mut self) {
        let effects = self.script.take_effects();
        hand_over(&self.desk, effects, &mut |_| {});
    }

    fn hear_until(&mut self, mut done: impl FnMut(&Script) -> bool) {
        while !done(&self.script) {
            let news = self.news.recv_timeout(PATIENCE).expect("the desk went silent");
            if let News::SaveFailed { error, .. } | News::SaveRefused { error, .. } = &news {
                panic!("{error}");
            }
            self.script.news(news);
            self.settle();
        }
    }

    /// At this time these keys are pressed, and everything is saved.
    fn at(&mut self, time: &str, keys: &str) {
        let wait = moment(time).seconds_since(self.script.model.world.now);
        assert!(wait >= 0, "{time} is past");
        let mut left = wait;
        while left > 0 {
            let step = left.min(4);
            left -= step;
            let later = self.script.model.world.now.plus_seconds(step);
            self.script.model.world.mint.pass(step);
            self.script.happen(Event::Tick(later));
            self.settle();
        }
        for key in pieces(keys) {
            let is_undo = key == "<c-z>" || key == "<c-y>";
            let script = std::mem::replace(&mut self.script, Script::empty());
            self.script = script.keys(&key);
            self.settle();
            if is_undo {
                self.script.model.world.notice = None;
                self.hear_until(|script| script.model.world.notice.is_some());
            }
        }
        self.hear_until(|script| script.model.world.saving.saved >= script.model.world.saving.sent);
    }

    /// The study as the database has it, read anew.
    fn on_disk(&self) -> Research {
        let library = Library::open(options(&self.home, 900_000)).unwrap();
        let study = self.script.model.world.study().unwrap().id;
        library.load(study).unwrap()
    }

    fn shows(&self, words: &str) {
        let screen = self.script.screen();
        assert!(screen.contains(words), "{words:?} is not on the screen:\n{screen}");
    }

    /// The bar on the screen against a count of what is on disk.
    fn bar_is_right(&self) {
        let research = self.on_disk();
        let interview = interview_of(&research).id;
        let screen = self.script.screen();
        let row = screen.lines().nth(2).unwrap();
        for (at, subject) in Subject::ALL.iter().enumerate() {
            let cell = cells(row, at * 13 + 1, 12);
            let (lines, verbatims) = counted(&research, interview, *subject);
            let mut numbers = cell.split_whitespace();
            assert_eq!(numbers.next(), Some(lines.to_string().as_str()), "{subject} in\n{screen}");
            let quotes = numbers.next().and_then(|it| it.strip_suffix('"')).unwrap_or("0");
            assert_eq!(quotes, verbatims.to_string(), "verbatims of {subject} in\n{screen}");
        }
    }
}

/// Each key or letter by itself, so that the desk is never far behind.
fn pieces(keys: &str) -> Vec<String> {
    let mut pieces = Vec::new();
    let mut rest = keys;
    while let Some(c) = rest.chars().next() {
        let end = if c == '<' { rest.find('>').map_or(c.len_utf8(), |end| end + 1) } else { c.len_utf8() };
        pieces.push(rest[..end].to_owned());
        rest = &rest[end..];
    }
    pieces
}

/// What stands in so many cells of a row.
fn cells(row: &str, from: usize, width: usize) -> String {
    let mut at = 0;
    let mut cell = String::new();
    for c in row.chars() {
        if (from..from + width).contains(&at) {
            cell.push(c);
        }
        at += text::width(&c.to_string());
    }
    cell
}

fn interview_of(research: &Research) -> &Interview {
    let person = research.participant_by_code("P31").unwrap().id;
    research.interviews_of(person)[0]
}

/// Lines and verbatims of one cell, counted from the records alone.
fn counted(research: &Research, interview: Id, subject: Subject) -> (usize, usize) {
    let Some(dimension) = subject.dimension() else {
        let events = research.path_events().values().filter(|event| event.interview == interview);
        return (events.count(), 0);
    };
    let lines: Vec<&Note> = research
        .notes()
        .values()
        .filter(|note| note.interview == interview && note.dimension == dimension)
        .filter(|note| matches!(note.voice, Voice::Verbatim | Voice::Paraphrase))
        .collect();
    (lines.len(), lines.iter().filter(|note| note.voice == Voice::Verbatim).count())
}

/// The interview as text: everything that was kept of it, in the order in which it was.
fn golden(research: &Research) -> String {
    let interview = interview_of(research);
    let mut rows: Vec<(Moment, Key, String)> = Vec::new();
    for note in research.notes_of(interview.id) {
        rows.push((note.logged, Key::new(Kind::Note, note.id), note_row(research, note)));
    }
    for event in research.path_of(interview.id) {
        let stage = event.stage.as_ref().map(ToString::to_string).unwrap_or_default();
        let days = event.from.zip(event.until).map(|(from, until)| format!("{from}..{until}")).unwrap_or_default();
        let at = event.at.map(|at| at.to_string()).unwrap_or_default();
        let row = format!(
            "{at} E{:02} path {} {stage} when={:?} {days} who={:?} at={:?} | {}",
            event.number, event.act, event.when, event.who, event.touchpoint, event.text
        );
        rows.push((event.logged, Key::new(Kind::PathEvent, event.id), row));
    }
    for gap in research.gaps_of(interview.id) {
        rows.push((gap.until, Key::new(Kind::Gap, gap.id), format!("gap {} {}s", gap.cause, gap.seconds())));
    }
    rows.sort();
    let mut page: Vec<String> = rows.into_iter().map(|(_, _, row)| row).collect();
    page.push(String::new());
    page.push(format!("status {}", interview.status));
    let person = research.participant_of(interview.id).unwrap();
    page.push(format!("consent {:?}", person.consent));
    for question in research.guide() {
        if let Some(asked) = research.asked_of(interview.id, question.id) {
            page.push(format!("{} | {}", asked.state, question.text));
        }
    }
    page.join("\n")
}

fn note_row(research: &Research, note: &Note) -> String {
    let at = note.at.map(|at| at.to_string()).unwrap_or_default();
    let mut row = format!("{at} L{:03}.r{} {} {}", note.number, note.revision(), note.dimension, note.voice);
    row.extend(note.feeling.map(|feeling| format!(" [{feeling:+}]")));
    row.extend(note.star.then_some(" star"));
    let answered = note.answers.and_then(|id| research.notes().get(&id));
    row.extend(answered.map(|it| format!(" answers L{:03}", it.number)));
    row.extend(note.expectation.map(|it| format!(" {it}")));
    row.extend(note.met.map(|it| format!(" {it}")));
    for mark in research.marks_of(note.id) {
        row.push_str(&format!(" #{}", research.themes()[&mark.theme].name));
    }
    format!("{row} | {}", note.text)
}

/// The call, minute by minute: when, and which keys. Everything is typed in Hangul mode; no key needs another mode.
const CALL: &[(&str, &str)] = &[
    ("14:00:24", "<f7>"),
    ("14:01:04", "<f1>작년 감사에서 외부 반출 기록이 없다고 지적받음<enter>"),
    ("14:01:40", "\"팀장님이 다음 감사 전까지 무조건 끝내라고 하셨어요<enter>"),
    ("14:01:44", "<f9><f8><f8>"),
    ("14:02:20", "<c-g>"),
    ("14:03:02", "<f6>0 작년 가을 감사 지적<enter>"),
    ("14:03:40", "<f6>2 3월쯤 내부 검토 시작해서 세 군데 견적 >견적서<enter>"),
    ("14:04:30", "그 전에는 아무도 신경 쓰지 않았다고<enter>"),
    ("14:06:10", "<f2>보안팀은 인증, 우리는 총비용을 봄 #총비용<enter>"),
    ("14:07:05", "가격이 제일 중요했다고 함<enter>"),
    ("14:07:20", "갱신 때 오를까 봐 3년 총액으로 비교했다고<enter>"),
    ("14:08:50", "/계 <enter>"),
    ("14:09:10", "/판 인증 번호가 있는지 먼저 물었다고 함<enter>"),
    ("14:10:30", "<c-g>"),
    ("14:11:00", "<f6>1 ! 그다음 달 결재 두 번 반려 =구매팀장<enter>"),
    ("14:12:40", "도입이 늦어지면 감사랑 겹치니까 그게 제일 무서웠다고<enter>"),
    ("14:12:46", "<f4><enter>"),
    ("14:14:00", "<f4>업체가 망하면 누가 책임지나 #업체존속<enter>"),
    ("14:15:20", "?재계약 결정에 누가 끼는지<enter>"),
    ("14:16:00", "!한숨을 크게 쉼<enter>"),
    ("14:17:30", "@민수가 반대했다고<enter>"),
    ("14:19:00", "결재가 두 번 반려됬고<enter>"),
    ("14:19:20", "<up><backspace><backspace>됐고 그때마다 자료를 다시 만들어줌<enter>"),
    ("14:21:10", "업체 담당자가 매주 전화를 줌<enter>"),
    ("14:21:20", "<c-z>"),
    ("14:21:30", "<c-y>"),
    ("14:25:00", "<f3>보안 사고가 나도 기록이 남으니 밤에 잘 수 있겠다 싶었다고<enter>"),
    ("14:26:30", "도입 지연을"),
    ("14:26:50", "<c-f>납기<esc>"),
    ("14:27:20", " 가장 걱정했다고<enter>"),
    ("14:31:00", "<esc>말이 빨라서 일단 적어 둠<enter>업체가 세 번 찾아옴<enter>"),
    ("14:33:00", "<a-5>설치하고 첫 주에 문의를 열두 번 했다고<enter>"),
    ("14:35:00", "/-2<enter>"),
    ("14:38:00", "?경쟁사는 왜 떨어졌는지<enter>"),
    ("14:40:00", "<f5>\"다시 고른다면 이번에도 같은 회사요\" #재구매<enter>"),
    ("14:43:00", "/동의<enter>"),
];

#[test]
fn forty_five_minutes_make_the_golden_interview() {
    let mut live = Live::begin();
    live.shows("P31");
    live.at("13:57:20", "<enter>");
    live.shows("P31");
    live.at("13:59:00", "<enter>");
    live.at("13:59:20", "5");
    live.shows("동의 대기");
    for (time, keys) in CALL {
        live.at(time, keys);
        live.bar_is_right();
    }
    live.at("14:44:00", "/끝<enter>");
    live.shows("보고 싶은 답 2개");
    insta::assert_snapshot!("story_end", live.script.screen());
    live.at("14:44:10", "1");
    insta::assert_snapshot!("story_sort", live.script.screen());
    // The debrief, in Hangul mode: ㅁ is a, ㄴ is s.
    let mut second = 12;
    while live.script.model.panes.last().is_some_and(|pane| pane.place() == super::super::keymap::Place::Sort)
        && second < 50
    {
        let is_unsorted = live.script.screen().lines().any(|row| row.starts_with('▸') && row.contains("미분류"));
        live.at(&format!("14:45:{second:02}"), if is_unsorted { "4ㅁ" } else { "<enter>" });
        second += 2;
    }
    insta::assert_snapshot!("story_reason", live.script.screen());
    live.at("14:47:00", "감사 일정 때문에 서두른 것이 진짜 이유<enter>");
    insta::assert_snapshot!("story_after", live.script.screen());
    insta::assert_snapshot!("story_golden", golden(&live.on_disk()));
}
