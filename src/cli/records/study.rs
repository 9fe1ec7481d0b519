//! The verbs on studies: as for every kind, but a study is opened by its name and not inside another.
//! Bringing a removed one back lives in `removal`.

use clap::Args;

use super::{Done, List, One, Row, Verb, fields, removal};
use crate::cli::output::Answer;
use crate::cli::session::{Open, Session};
use crate::domain::{Key, Kind, Record, Step, Study};
use crate::error::{Error, Result};

/// What a new study needs.
#[derive(Args)]
pub struct New {
    #[arg(value_name = "NAME")]
    name: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    goal: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    works_if: String,
}

/// Does a verb on studies.
pub fn run(verb: &Verb<New>, session: &Session) -> Result<Answer> {
    match verb {
        Verb::New(new) => add(new, session),
        Verb::List(_) => list(session),
        Verb::Show(named) => {
            let open = open(session, &named.name)?;
            let key = Key::new(Kind::Study, open.study.id);
            Answer::of(session, &One::of(&open.research, key)?)
        }
        Verb::Rm(removed) => {
            let mut open = open(session, &removed.name)?;
            removal::remove(&mut open, session, Kind::Study, removed)
        }
        Verb::Restore(named) => removal::restore_study(session, &named.name),
    }
}

fn open(session: &Session, name: &str) -> Result<Open> {
    let library = session.library()?;
    let study = library.study(Some(&fields::line(name)))?;
    let research = library.load(study.id)?;
    Ok(Open { library, study, research })
}

fn add(new: &New, session: &Session) -> Result<Answer> {
    let mut library = session.library_or_new()?;
    let name = fields::line(&new.name);
    if library.studies()?.iter().any(|it| it.name == name) {
        return Err(Error::refused("already-there").with("kind", Kind::Study));
    }
    let (id, created) = (library.mint().id(), library.mint().now());
    let study = Study {
        goal: fields::line(&new.goal),
        works_if: fields::line(&new.works_if),
        ..Study::blank(id, &name, created)
    };
    let record = Record::Study(study);
    crate::domain::rules::check(&record)?;
    library.save(Step::new(id, "add-study", &name).put(record.clone()))?;
    Answer::of(session, &Done { done: "added", kind: Kind::Study, name, record: Some(record) })
}

fn list(session: &Session) -> Result<Answer> {
    let library = session.library()?;
    let mut records: Vec<Row> = Vec::new();
    for study in library.studies()? {
        let research = library.load(study.id)?;
        records.extend(Row::of(&research, Key::new(Kind::Study, study.id)));
    }
    Answer::of(
        session,
        &List { kind: Kind::Study, records, has_others: false, head: super::telling::head(Kind::Study).to_vec() },
    )
}
