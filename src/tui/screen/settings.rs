//! The form of a study's numbers: the stop rule, the quota, how old a memory may be. What they mean is in the domain;
//! where the ranges are, too.

use crate::domain::settings::{Quota, Recall, StopRule};
use crate::domain::{Settings, Step, Study, text};
use crate::error::Error;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Asking, Move};
use crate::tui::world::World;

/// Between the attributes of the quota.
const BETWEEN: char = ',';

/// Asks for the numbers of the open study.
pub fn ask(world: &mut World) {
    let Some(settings) = world.study().map(|study| study.settings.clone()) else { return };
    let number = |key: &str, value: u16| Field::suggesting(world.say(key), &value.to_string());
    let attributes = settings.quota.attributes.join(&format!("{BETWEEN} "));
    let fields = vec![
        number("field-stop-base", settings.stop.base),
        number("field-stop-run", settings.stop.run),
        number("field-stop-threshold", settings.stop.threshold),
        number("field-quota-target", settings.quota.target),
        Field::new(world.say("field-quota-attributes"), &attributes),
        number("field-recall", settings.recall.months),
    ];
    let form = Form::new(Asking::Settings, world.say("study-settings"), fields);
    world.moves.push(Move::Open(Box::new(form)));
}

/// Takes the texts of the form as one step; a text that is no number changes nothing and is told.
pub fn take(world: &mut World, texts: &[String]) {
    let Some(study) = world.study().cloned() else { return };
    match read(&study.settings, texts) {
        Ok(settings) if settings != study.settings => {
            let step = Step::new(study.id, "change-settings", study.name.clone());
            world.commit(step.put(Study { settings, ..study }));
        }
        Ok(_) => {}
        Err(error) => world.tell_error(&error),
    }
}

fn read(before: &Settings, texts: &[String]) -> Result<Settings, Error> {
    let number = |at: usize, field: &'static str| {
        let typed = texts.get(at).map_or("", String::as_str).trim();
        typed.parse::<u16>().map_err(|_| Error::refused("out-of-range").with("field", field))
    };
    let attributes = text::parts(texts.get(4).map_or("", String::as_str), BETWEEN).into_iter();
    Ok(Settings {
        stop: StopRule { base: number(0, "base")?, run: number(1, "run")?, threshold: number(2, "threshold")? },
        quota: Quota { target: number(3, "target")?, attributes: attributes.collect() },
        recall: Recall { months: number(5, "recall")? },
        ..before.clone()
    })
}
