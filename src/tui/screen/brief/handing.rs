//! Publishing a brief: freezing the draft under the next number with the hash of its lines, and writing it to files. A
//! draft with an open finding of the leak linter is not published; neither is one that says what the last edition said.

use crate::domain::brief::Brief;
use crate::domain::briefing::for_export;
use crate::domain::edition;
use crate::domain::leaks::places::of_study;
use crate::domain::{Edition, Id, Step};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::html::{self, Templates};
use crate::exchange::verify::published;
use crate::exchange::{leaving, markdown, quotes};
use crate::tui::effect::Effect;
use crate::tui::overlay::ask::Ask;
use crate::tui::pane::{Asking, Move};
use crate::tui::world::World;

/// The newest edition of a persona's brief.
pub fn last_edition(world: &World, persona: Id) -> Option<&Edition> {
    let editions = world.research.editions().values().filter(|it| it.persona == persona);
    editions.max_by_key(|it| it.number)
}

/// What has changed since the newest edition; none where there is none, or where it cannot be read.
pub fn since_last(world: &World, persona: Id) -> Option<edition::BriefDiff> {
    let before = published(&last_edition(world, persona)?.document).ok()?;
    let now = for_export(&world.research, persona).ok()?;
    Some(edition::diff(&before, &now, &world.research))
}

/// Asks whether to publish, and whether to write files; where a finding of the leak linter is open it tells that at once.
/// The counts are those of what would leave, without those who did not agree.
pub fn ask(world: &mut World, persona: Id) {
    let brief = match for_export(&world.research, persona) {
        Ok(brief) if world.lets_out(&brief) => brief,
        Ok(_) => return,
        Err(error) => return world.tell_error(&error),
    };
    let number = edition::next_number(&world.research, persona);
    let args = [("persona", (&brief.persona).into()), ("number", number.into())];
    let title = world.say_with("publish-title", &args);
    let counts = [("people", brief.people.into()), ("claims", brief.claims.len().into())];
    let mut body = vec![world.say_with("publish-what", &counts)];
    if !brief.left_out.is_empty() {
        let left = [("people", brief.left_out.people.into()), ("lines", brief.left_out.lines.into())];
        body.push(world.say_with("report-left-out", &left));
    }
    let folder = world.folder.display().to_string();
    body.push(world.say_with("publish-where", &[("folder", (&folder).into())]));
    let options = vec![world.say("publish-files"), world.say("publish-only")];
    world.moves.push(Move::Open(Box::new(Ask::choice(Asking::Publish, title, options).saying(body))));
}

/// Publishes, and writes the files where they are wanted; what stands in the way is told.
pub fn publish(world: &mut World, persona: Id, with_files: bool) {
    let frozen = freeze(world, persona)
        .and_then(|frozen| Ok((frozen, with_files.then(|| quotations(world, persona)).transpose()?)));
    let ((brief, record), quotations) = match frozen {
        Ok(frozen) => frozen,
        Err(error) => return world.tell_error(&error),
    };
    let about = format!("{} v{}", brief.persona, record.number);
    let number = record.number;
    if !world.commit(Step::new(record.study, "publish-brief", about).put(record)) {
        return;
    }
    let args = [("persona", (&brief.persona).into()), ("number", number.into())];
    let told = world.say_with("publish-done", &args);
    world.tell(told);
    if let Some(quotations) = quotations {
        write(world, &brief, number, quotations);
    }
}

/// Every line of the persona as a table, as far as it may leave: the brief shows two of eleven, this all of them.
fn quotations(world: &World, persona: Id) -> Result<String> {
    let (agreed, _) = world.research.exportable(None)?;
    leaving::check(&of_study(&agreed, Some(persona)), &world.research, &world.leak_watch())?;
    quotes::csv(&agreed, Some(persona))
}

/// The draft as it may leave, frozen.
fn freeze(world: &World, persona: Id) -> Result<(Brief, Edition)> {
    let study = world.study().map(|study| study.id).ok_or_else(|| Error::not_found("persona-missing"))?;
    let drafted = for_export(&world.research, persona)?;
    leaving::check(&leaving::pieces(&drafted)?, &world.research, &world.leak_watch())?;
    if let Some(last) = last_edition(world, persona) {
        let same = Brief { edition: None, ..published(&last.document)? };
        if same == published(&json(&drafted)?)? {
            return Err(Error::refused("edition-unchanged").with("number", last.number));
        }
    }
    let number = edition::next_number(&world.research, persona);
    let by = world.author.clone();
    let frozen = edition::frozen(drafted, number, (world.now, by.clone()));
    let hash = frozen.edition.as_ref().map_or_else(String::new, |it| it.hash.clone());
    let document = json(&frozen)?;
    let record = Edition { id: world.mint.id(), study, persona, number, published: world.now, by, hash, document };
    Ok((frozen, record))
}

fn json(brief: &Brief) -> Result<String> {
    serde_json::to_string(brief).map_err(|fault| Error::new(ErrorKind::Bug, "json").because(fault))
}

/// The same edition in each form, side by side in the folder of the library.
fn write(world: &mut World, brief: &Brief, number: u32, quotations: String) {
    let name: String = brief.persona.chars().map(|c| if c == '/' || c.is_whitespace() { '-' } else { c }).collect();
    let forms = [
        ("md", Ok(markdown::brief(brief, &world.words))),
        ("html", html::brief(brief, &world.words, &Templates::default())),
        ("quotes.csv", Ok(quotations)),
        ("json", json(brief)),
    ];
    for (extension, text) in forms {
        match text {
            Ok(text) => {
                let file = world.folder.join(format!("{name}.v{number}.{extension}"));
                world.effects.push(Effect::Write(file, text));
            }
            Err(error) => world.tell_error(&error),
        }
    }
}
