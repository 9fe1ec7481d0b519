//! The guide (context LIST): the study's questions in their order, with their probes; for an interview also what
//! became of each, the next open one on top. The order to ask in is decided in `domain::guide`.

use ratatui::text::Span;

use super::line::{draw_list, padded};
use crate::domain::{AskedState, Id, Key, Kind, Question, Stage, Step, Subject, matching, text};
use crate::exchange::passage;
use crate::tui::action::Action;
use crate::tui::keymap::Place;
use crate::tui::overlay::ask::Ask;
use crate::tui::overlay::form::{Field, Form};
use crate::tui::pane::{Answer, Asking, Move, Pane};
use crate::tui::widget::canvas::Canvas;
use crate::tui::widget::cursor::Cursor;
use crate::tui::widget::frame::frame;
use crate::tui::world::{Seen, World};

/// Between two probes in the form.
const BETWEEN: &str = " / ";

/// The guide, of the study or as it stands in one interview.
pub struct Guide {
    interview: Option<Id>,
    /// The questions: those that are open first where there is an interview.
    rows: Vec<Id>,
    /// How many of them are open.
    open: usize,
    cursor: Cursor,
    seen: Seen,
}

impl Guide {
    /// The guide of the study, or as it stands in an interview.
    pub fn of(interview: Option<Id>) -> Guide {
        Guide { interview, rows: Vec::new(), open: 0, cursor: Cursor::default(), seen: Seen::default() }
    }

    fn question<'a>(&self, world: &'a World) -> Option<&'a Question> {
        world.research.questions().get(self.rows.get(self.cursor.at)?)
    }

    fn set(&self, world: &mut World, state: Option<AskedState>) {
        let (Some(interview), Some(question)) = (self.interview, self.question(world).map(|it| it.id)) else { return };
        let mint = (world.mint.id(), world.now);
        if let Some(step) = world.research.set_asked((interview, question), state, mint) {
            world.commit(step);
        }
    }

    fn shift(&mut self, world: &mut World, down: bool) {
        let Some(question) = self.question(world).map(|it| it.id) else { return };
        if let Some(step) = world.research.move_question(question, down)
            && world.commit(step)
        {
            self.cursor.at = if down { self.cursor.at + 1 } else { self.cursor.at.saturating_sub(1) };
        }
    }

    fn ask_drop(&self, world: &mut World) {
        let Some(question) = self.question(world) else { return };
        let uses = world.research.users_of(Key::new(Kind::Question, question.id), Kind::Asked).count();
        let mut body = vec![question.text.clone()];
        if uses > 0 {
            body.push(world.say_with("question-drop-uses", &[("count", uses.into())]));
        }
        let asking = Asking::DropQuestion(question.id);
        let ask = Ask::choice(asking, world.say("question-drop"), vec![world.say("question-drop-yes")]).saying(body);
        world.moves.push(Move::Open(Box::new(ask)));
    }

    fn ask_question(&self, world: &mut World, known: Option<Id>) {
        let question = known.and_then(|id| world.research.questions().get(&id));
        let subjects: Vec<String> = Subject::ALL.iter().map(|subject| name(world, *subject)).collect();
        let theme = question.and_then(|it| world.research.themes().get(&it.theme?)).map(|theme| theme.name.clone());
        let themes: Vec<String> = world.research.themes().values().map(|theme| theme.name.clone()).collect();
        let subject = question.map_or_else(|| self.question(world).map(|it| it.subject), |it| Some(it.subject));
        let passage = question.and_then(|it| it.passage.as_ref());
        let fields = vec![
            Field::new(world.say("field-question"), question.map_or("", |it| it.text.as_str())),
            Field::new(world.say("field-subject"), &name(world, subject.unwrap_or(Subject::Trigger)))
                .choosing(subjects),
            Field::new(world.say("field-probes"), &question.map(|it| it.probes.join(BETWEEN)).unwrap_or_default()),
            Field::new(world.say("field-theme"), &theme.unwrap_or_default()).choosing(themes),
            Field::new(world.say("field-passage"), &passage.map(ToString::to_string).unwrap_or_default())
                .choosing(passages()),
        ];
        let title = world.say(if known.is_some() { "question-change" } else { "question-new" });
        world.moves.push(Move::Open(Box::new(Form::new(Asking::Question(known), title, fields))));
    }
}

fn name(world: &World, subject: Subject) -> String {
    world.say(&format!("dimension-{}", subject.name()))
}

/// The passages from each stage of the template to the next, as they are typed.
fn passages() -> Vec<String> {
    let stages = Stage::defaults();
    stages.windows(2).map(|pair| format!("stage:{},stage:{}", pair[0], pair[1])).collect()
}

/// Keeps what the form says. A subject or a passage that is not understood stays what it was.
fn keep_question(world: &mut World, known: Option<Id>, texts: &[String]) {
    let Some(study) = world.study().map(|study| study.id) else { return };
    let typed = |at: usize| texts.get(at).map_or("", String::as_str);
    let before = known.and_then(|id| world.research.questions().get(&id)).cloned();
    let meant = |subject: &&Subject| matching::rank(typed(1), &name(world, **subject));
    let meant = Subject::ALL.iter().filter(|it| !typed(1).is_empty() && meant(it).is_some()).min_by_key(meant);
    let subject = meant.copied().or(before.as_ref().map(|it| it.subject)).unwrap_or(Subject::Path);
    let probes = typed(2).split(BETWEEN.trim()).map(|probe| text::trim_line(probe).into_owned());
    let is_it = |theme: &&crate::domain::Theme| matching::rank(typed(3), &theme.name) == Some(0);
    let theme = world.research.themes().values().find(is_it).map(|theme| theme.id);
    let passage = match typed(4) {
        "" => None,
        it => it.parse().ok().or_else(|| before.as_ref()?.passage.clone()),
    };
    let position = world.research.guide().last().map_or(1, |last| last.position.saturating_add(1));
    let question = Question {
        id: before.as_ref().map_or_else(|| world.mint.id(), |it| it.id),
        study,
        position: before.as_ref().map_or(position, |it| it.position),
        subject,
        text: typed(0).to_owned(),
        probes: probes.filter(|probe| !probe.is_empty()).collect(),
        theme,
        passage,
    };
    if before.as_ref() == Some(&question) {
        return;
    }
    let guide = world.research.guide();
    let place = guide.iter().position(|it| it.id == question.id).unwrap_or(guide.len()) + 1;
    let step = if before.is_some() { "change-question" } else { "add-question" };
    world.commit(Step::new(study, step, format!("Q{place}")).put(question));
}

impl Pane for Guide {
    fn place(&self) -> Place {
        Place::Guide
    }

    fn refresh(&mut self, world: &World) {
        if !self.seen.is_stale(world, |kind| matches!(kind, Kind::Question | Kind::Asked | Kind::Participant)) {
            return;
        }
        let guide = world.research.guide();
        let open = self.interview.map(|interview| world.research.open_questions(interview));
        let open: Vec<Id> = open.iter().flatten().map(|question| question.id).collect();
        let settled = guide.iter().map(|question| question.id).filter(|id| !open.contains(id));
        self.rows = open.iter().copied().chain(settled).collect();
        self.open = open.len();
        self.cursor.hold(self.rows.len());
    }

    fn act(&mut self, world: &mut World, action: Action) {
        if self.cursor.act(action, self.rows.len(), world.page() / 2) {
            return;
        }
        match action {
            Action::Back => world.moves.push(Move::Close),
            Action::Asked => self.set(world, Some(AskedState::Asked)),
            Action::Covered => self.set(world, Some(AskedState::Covered)),
            Action::Skip => self.set(world, Some(AskedState::Skipped)),
            Action::Unasked => self.set(world, None),
            Action::New => self.ask_question(world, None),
            Action::Change => self.ask_question(world, self.question(world).map(|it| it.id)),
            Action::Lower | Action::Raise => self.shift(world, action == Action::Lower),
            Action::Drop => self.ask_drop(world),
            _ => {}
        }
    }

    fn answered(&mut self, world: &mut World, asking: Asking, answer: Answer) {
        match (asking, answer) {
            (Asking::Question(known), Answer::Texts(texts)) => keep_question(world, known, &texts),
            (Asking::DropQuestion(id), Answer::Choice(1)) => {
                let Some(study) = world.study().map(|study| study.id) else { return };
                let place = world.research.guide().iter().position(|it| it.id == id).map_or(0, |at| at + 1);
                let mut step = Step::new(study, "remove-question", format!("Q{place}"));
                step.edits = world.research.removal(Key::new(Kind::Question, id));
                world.commit(step);
            }
            _ => {}
        }
    }

    fn offers(&self, world: &World, action: Action) -> bool {
        let has_question = self.question(world).is_some();
        match action {
            Action::Open => false,
            Action::Asked | Action::Covered | Action::Skip => self.interview.is_some() && has_question,
            Action::Unasked => self.interview.is_some() && self.cursor.at >= self.open && has_question,
            Action::Lower | Action::Raise => self.interview.is_none() && self.rows.len() > 1,
            Action::Change | Action::Drop => has_question,
            _ => true,
        }
    }

    fn draw(&self, world: &World, canvas: &mut Canvas) {
        let look = &world.look;
        let mut title = vec![Span::styled(format!(" {}", world.say("place-guide")), look.bold())];
        if let Some(person) = self.interview.and_then(|interview| world.research.participant_of(interview)) {
            title.push(Span::raw(format!("  {}", person.code)));
            let args = [("open", self.open.into()), ("all", self.rows.len().into())];
            title.push(Span::styled(format!("  {}", world.say_with("guide-open", &args)), look.dim()));
        }
        let (first, height) = frame(canvas, world, self, &title);
        if self.rows.is_empty() {
            let room = canvas.width().saturating_sub(2).max(1);
            for (y, row) in text::wrap(&world.say("guide-empty"), room, 0).iter().enumerate() {
                canvas.put(1, first + y, room, &[Span::styled(row.as_str(), look.dim())]);
            }
        }
        canvas.rows(first, height, |canvas| {
            let width = canvas.width();
            draw_list(canvas, self.cursor.at, self.rows.len(), |at| self.rows_of(world, at, width));
        });
    }
}

impl Guide {
    /// The question with its dimension and state; its probes below where the cursor stands on it.
    fn rows_of(&self, world: &World, at: usize, width: usize) -> Vec<Vec<Span<'static>>> {
        let look = &world.look;
        let Some(question) = self.rows.get(at).and_then(|id| world.research.questions().get(id)) else {
            return Vec::new();
        };
        let asked = self.interview.and_then(|interview| world.research.asked_of(interview, question.id));
        let state = asked.map(|asked| world.say(&format!("asked-{}", asked.state.name()))).unwrap_or_default();
        let place = world.research.guide().iter().position(|it| it.id == question.id).map_or(0, |at| at + 1);
        let label = padded(look, &world.say(&format!("dimension-{}-short", question.subject.name())), 8);
        let head = format!(" {place:>2}  ");
        let indent = text::width(&head) + 9;
        let column = if self.interview.is_some() && width >= 60 { 12 } else { 0 };
        let room = width.saturating_sub(indent + column + 1).max(1);
        let style = if asked.is_some() { look.dim() } else { look.plain() };
        let mut rows = Vec::new();
        for (at, row) in text::wrap(&question.text, room, 0).into_iter().enumerate() {
            let mut spans = match at {
                0 => vec![
                    Span::styled(head.clone(), look.dim()),
                    Span::styled(format!("{label} "), look.subject(question.subject)),
                ],
                _ => vec![Span::raw(" ".repeat(indent))],
            };
            let fill = " ".repeat((room + column).saturating_sub(text::width(&row) + text::width(&state)));
            spans.push(Span::styled(row, style));
            if at == 0 && column > 0 {
                spans.push(Span::styled(format!("{fill}{state}"), look.dim()));
            }
            rows.push(spans);
        }
        if column == 0 && !state.is_empty() {
            rows.push(vec![Span::styled(format!("{}{state}", " ".repeat(indent)), look.dim())]);
        }
        if let Some(it) = &question.passage {
            let said = text::wrap(&passage::passage((&it.from, &it.to), &world.words), room, 0);
            rows.extend(said.iter().map(|row| vec![Span::styled(format!("{}{row}", " ".repeat(indent)), look.dim())]));
        }
        if at == self.cursor.at {
            let probes = question.probes.iter().flat_map(|probe| text::wrap(probe, room.saturating_sub(2).max(1), 0));
            rows.extend(probes.map(|row| vec![Span::styled(format!("{}  {row}", " ".repeat(indent)), look.dim())]));
        }
        rows
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use crate::domain::Research;
    use crate::tui::script::{Script, sample, sample_en};
    use crate::words::Lang;

    /// A sample whose first question asks what held a decision up.
    fn bound(mut research: Research, passage: &str) -> Research {
        let mut first = research.guide()[0].clone();
        first.passage = Some(passage.parse().unwrap());
        research.apply(first.into()).unwrap();
        research
    }

    fn passage(script: &Script) -> Option<String> {
        script.model.world.research.guide()[0].passage.as_ref().map(ToString::to_string)
    }

    /// Shows D23, D24, D25, D26.
    #[test]
    fn a_question_says_which_passage_it_asks_about_in_the_readers_words() {
        let korean = bound(sample(), "데모|시연,next");
        Script::with(korean, Lang::Ko, Vec::new()).sized(80, 24).keys("g").shows("데모 / 시연 → 다음 일");
        let english = bound(sample_en(), "decision,purchase");
        let script = Script::with(english, Lang::En, Vec::new()).sized(80, 24).keys("g");
        script.shows("Decision → Purchase and adoption");
    }

    #[test]
    fn the_passage_of_a_question_is_chosen_typed_and_taken_away() {
        let script = Script::on(sample()).keys("ge<tab><tab><tab><tab><down><enter>");
        assert_eq!(passage(&script).as_deref(), Some("stage:problem,stage:awareness"));
        let script = script.keys("e<tab><tab><tab><tab><c-u>데모,purchase<enter>");
        assert_eq!(passage(&script).as_deref(), Some("touchpoint:데모,stage:purchase"));
        let script = script.keys("e<tab><tab><tab><tab><c-u>데모<enter>");
        assert_eq!(passage(&script).as_deref(), Some("touchpoint:데모,stage:purchase"));
        let script = script.keys("e<tab><tab><tab><tab><c-u><enter>");
        assert_eq!(passage(&script), None);
    }
}
