//! `whybuy coverage`: what each interview has touched, what of each persona is still thin.
//! The counting is the domain's; its two tables live here.

use std::collections::BTreeMap;

use clap::Args;
use serde::Serialize;

use super::output::{Answer, Output};
use super::page::{Page, Table};
use super::records::naming;
use super::session::Session;
use crate::domain::coverage::{self, Coverage as Touched, Heard};
use crate::domain::{Id, Interview, Research, Subject};
use crate::error::Result;
use crate::words::Arg;

/// Of whom.
#[derive(Args)]
pub(super) struct Coverage {
    #[arg(long, value_name = "NAME")]
    persona: Option<String>,
}

pub(super) fn run(args: &Coverage, session: &Session) -> Result<Answer> {
    let open = session.open()?;
    let persona = naming::persona_id(&open.research, args.persona.as_deref())?;
    Answer::of(session, &Report::of(&open.research, persona))
}

#[derive(Serialize)]
struct Report {
    study: String,
    interviews: Vec<Row>,
    personas: Vec<Thin>,
    questions: Vec<Heard>,
}

#[derive(Serialize)]
struct Row {
    interview: String,
    participant: String,
    persona: Option<String>,
    date: String,
    #[serde(flatten)]
    touched: Touched,
}

/// How many of the people of a persona have touched each dimension and the path.
#[derive(Serialize)]
struct Thin {
    persona: Option<String>,
    people: usize,
    touched: BTreeMap<Subject, usize>,
}

impl Report {
    fn of(research: &Research, persona: Option<Id>) -> Report {
        let people = research.counted_people(persona);
        let mut groups: BTreeMap<Option<Id>, Vec<Id>> = BTreeMap::new();
        for person in &people {
            groups.entry(person.persona).or_default().push(person.id);
        }
        Report {
            study: research.study().map(|it| it.name.clone()).unwrap_or_default(),
            interviews: research.begun_interviews(&people).into_iter().map(|it| Row::of(research, it)).collect(),
            questions: coverage::questions(research, &people),
            personas: groups.into_iter().map(|(persona, people)| Thin::of(research, persona, &people)).collect(),
        }
    }
}

fn persona_name(research: &Research, persona: Option<Id>) -> Option<String> {
    persona.and_then(|id| research.personas().get(&id)).map(|it| it.name.clone())
}

impl Row {
    fn of(research: &Research, interview: &Interview) -> Row {
        let person = research.participants().get(&interview.participant);
        Row {
            interview: interview.label.clone(),
            participant: person.map(|it| it.code.clone()).unwrap_or_default(),
            persona: persona_name(research, person.and_then(|it| it.persona)),
            date: interview.date.to_string(),
            touched: Touched::of(research, interview.id),
        }
    }

    fn cells(&self) -> Vec<String> {
        let it = &self.touched;
        let mut cells = vec![self.participant.clone(), self.date.clone()];
        cells.extend(it.cells.iter().map(|cell| number(cell.lines)));
        cells.extend([number(it.unsorted), number(it.owed), it.lines.to_string()]);
        cells
    }
}

/// A number; nothing yet is a dash, so that a gap is seen.
fn number(count: usize) -> String {
    if count == 0 { "-".to_owned() } else { count.to_string() }
}

impl Thin {
    fn of(research: &Research, persona: Option<Id>, people: &[Id]) -> Thin {
        let touched = |subject: Subject| people.iter().filter(|id| research.has_touched(**id, subject)).count();
        Thin {
            persona: persona_name(research, persona),
            people: people.len(),
            touched: Subject::ALL.iter().map(|subject| (*subject, touched(*subject))).collect(),
        }
    }
}

impl Output for Report {
    const SCHEMA: &'static str = "coverage";

    fn human(&self, page: &mut Page<'_>) {
        if self.interviews.is_empty() {
            page.line(&page.say("cli-coverage-empty"));
            return;
        }
        let subjects: Vec<String> = Subject::ALL.iter().map(|it| page.say(&format!("dimension-{it}-short"))).collect();
        let mut lines = Table { right: (2..11).collect(), ..Table::default() };
        lines.head = ["participant", "date"].iter().map(|it| page.say(&format!("cli-head-{it}"))).collect();
        lines.head.extend(subjects.iter().cloned());
        lines.head.extend(["unsorted", "owed", "lines"].iter().map(|it| page.say(&format!("cli-head-{it}"))));
        lines.rows = self.interviews.iter().map(Row::cells).collect();
        page.table(&lines);
        page.blank();
        page.line(&page.say_with("cli-coverage-people", &[("count", Arg::from(self.people()))]));
        let mut people = Table { right: (1..7).collect(), ..Table::default() };
        people.head = vec![page.say("cli-head-persona")];
        people.head.extend(subjects);
        for thin in &self.personas {
            let name = thin.persona.clone().unwrap_or_else(|| page.say("cli-no-persona"));
            let cells = thin.touched.values().map(|count| format!("{count}/{}", thin.people));
            people.rows.push(std::iter::once(name).chain(cells).collect());
        }
        page.table(&people);
        if self.questions.is_empty() {
            return;
        }
        page.blank();
        let mut questions = Table { right: vec![1, 2, 3], ..Table::default() };
        questions.head = ["question", "asked", "covered", "skipped", "not-reached"]
            .map(|it| page.say(&format!("cli-head-{it}")))
            .into();
        for (place, it) in self.questions.iter().enumerate() {
            let counts = [&it.asked, &it.covered, &it.skipped].map(|codes| number(codes.len()));
            let rest = if it.not_reached.is_empty() { "-".to_owned() } else { it.not_reached.join(" ") };
            questions.rows.push(std::iter::once(format!("Q{}", place + 1)).chain(counts).chain([rest]).collect());
        }
        page.table(&questions);
    }
}

impl Report {
    fn people(&self) -> usize {
        self.personas.iter().map(|thin| thin.people).sum()
    }
}
