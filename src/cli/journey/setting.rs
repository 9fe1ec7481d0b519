//! `journey set`: what a journey says of itself: its goal, when it is reviewed, which lanes it shows and in which order, and
//! the cards of its stages.

use clap::Args;

use super::writing::{lane, stage, told};
use super::{Whose, kept_or_begun, save};
use crate::cli::output::Answer;
use crate::cli::records::fields;
use crate::cli::session::Session;
use crate::domain::journey::{Journey, Lane, LaneRow, MappingStep, StageCard, steps};
use crate::domain::text;
use crate::error::{Error, Result};

/// What a journey says of itself.
#[derive(Args)]
pub(super) struct Set {
    #[command(flatten)]
    whose: Whose,
    #[arg(long, value_name = "TEXT")]
    goal: Option<String>,
    #[arg(long, value_name = "TEXT")]
    works_if: Option<String>,
    #[arg(long, value_name = "YES-OR-NO")]
    works: Option<bool>,
    #[arg(long, value_name = "NUMBER")]
    review_days: Option<u32>,
    #[arg(long)]
    reviewed: bool,
    #[arg(long, value_name = "LANE")]
    hide: Vec<String>,
    #[arg(long, value_name = "LANE")]
    show: Vec<String>,
    #[arg(long, value_name = "NAME")]
    add_lane: Vec<String>,
    #[arg(long, value_name = "LANE", value_delimiter = ',')]
    order: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    name: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    owner: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    helper: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    step: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    lead: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    worked: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    fell: Vec<String>,
    #[arg(long, value_name = "STAGE=TEXT")]
    lasts: Vec<String>,
    #[arg(long, value_name = "STEP=TEXT")]
    skip: Vec<String>,
}

pub(super) fn set(args: &Set, session: &Session) -> Result<Answer> {
    let mut open = session.open()?;
    let mut journey = kept_or_begun(&open, &args.whose)?;
    args.over(&mut journey)?;
    if args.reviewed {
        journey.reviewed = Some(open.now());
    }
    let step = steps::changed(&open.research, journey.clone())?;
    let done = save(&mut open, step)?;
    told(session, &open, &journey, done)
}

impl Set {
    /// What is said, over what the journey says.
    fn over(&self, journey: &mut Journey) -> Result<()> {
        if let Some(goal) = &self.goal {
            journey.goal = fields::line(goal);
        }
        if let Some(works_if) = &self.works_if {
            journey.works_if = fields::line(works_if);
        }
        journey.works = self.works.or(journey.works);
        journey.review_days = self.review_days.or(journey.review_days);
        self.lanes(journey)?;
        self.cards(journey)?;
        for pair in &self.skip {
            let (step, reason) = pair.split_once('=').unwrap_or((pair, ""));
            let step: MappingStep = step.trim().parse().map_err(|_| {
                Error::usage("no-step").with("step", text::clean(step)).with("steps", MappingStep::NAMES.join(", "))
            })?;
            let reason = fields::line(reason);
            if reason.is_empty() {
                return Err(Error::usage("no-skip-reason").with("step", step));
            }
            journey.skipped.insert(step, reason);
        }
        Ok(())
    }

    fn lanes(&self, journey: &mut Journey) -> Result<()> {
        for (typed, hidden) in self.hide.iter().map(|it| (it, true)).chain(self.show.iter().map(|it| (it, false))) {
            let wanted = lane(journey, typed)?;
            journey.lanes.iter_mut().filter(|row| row.lane == wanted).for_each(|row| row.hidden = hidden);
        }
        for name in &self.add_lane {
            let taken = |number: u8| journey.lanes.iter().any(|row| row.lane == Lane::Own(number));
            let number = (1..=u8::MAX).find(|number| !taken(*number)).unwrap_or(u8::MAX);
            journey.lanes.push(LaneRow { lane: Lane::Own(number), name: fields::line(name), hidden: false });
        }
        for (place, typed) in self.order.iter().enumerate() {
            let wanted = lane(journey, typed)?;
            if let Some(at) = journey.lanes.iter().position(|row| row.lane == wanted) {
                let row = journey.lanes.remove(at);
                journey.lanes.insert(place.min(journey.lanes.len()), row);
            }
        }
        Ok(())
    }

    fn cards(&self, journey: &mut Journey) -> Result<()> {
        type Put = fn(&mut StageCard, String);
        let puts: [(&[String], Put); 8] = [
            (&self.name, |card, text| card.name = text),
            (&self.owner, |card, text| card.owner = text),
            (&self.helper, |card, text| card.helpers.push(text)),
            (&self.step, |card, text| card.steps.push(text)),
            (&self.lead, |card, text| card.lead = text),
            (&self.worked, |card, text| card.worked = text),
            (&self.fell, |card, text| card.fell = text),
            (&self.lasts, |card, text| card.lasts = text),
        ];
        for (pairs, put) in puts {
            for pair in pairs {
                let wrong = || Error::usage("not-a-stage-text").with("value", text::clean(pair));
                let (at, text) = pair.split_once('=').ok_or_else(wrong)?;
                let wanted = stage(journey, at)?;
                journey
                    .stages
                    .iter_mut()
                    .filter(|card| card.stage == wanted)
                    .for_each(|card| put(card, fields::line(text)));
            }
        }
        Ok(())
    }
}
