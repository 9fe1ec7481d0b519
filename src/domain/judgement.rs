//! What people decide about a brief and no rule can: how a claim is headed, which lines are printed, what is left out and
//! why, which finding of the leak linter is none, and what a trigger should set in motion.

use serde::{Deserialize, Serialize};

use super::id::Id;
use super::moment::Moment;
use super::text;

/// What a person decided about one claim of one persona's brief; at most one record for each pair.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Judgement {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// Whose brief.
    pub persona: Id,
    /// Which claim.
    pub theme: Id,
    /// How the claim is headed, in a person's words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub headline: Option<Headline>,
    /// The lines that are printed under it, at most [`MOST_QUOTES`]; where it is empty the rule decides. They are a
    /// choice and no reference: a line that is gone is passed over.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub quotes: Vec<Id>,
    /// It is not claimed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub dropped: Option<Dropped>,
}

/// How many lines are printed under a claim.
pub const MOST_QUOTES: usize = 2;

impl Judgement {
    /// A judgement that decides nothing yet.
    pub fn blank((id, study): (Id, Id), persona: Id, theme: Id) -> Judgement {
        Judgement { id, study, persona, theme, headline: None, quotes: Vec::new(), dropped: None }
    }

    /// Whether it decides nothing and need not be kept.
    pub fn is_blank(&self) -> bool {
        self.headline.is_none() && self.quotes.is_empty() && self.dropped.is_none()
    }
}

/// The initials of whoever works here, from the name of the author: the first letters of several Latin words, and else
/// the name itself. Never blank.
pub fn initials(author: &str) -> String {
    let name = text::trim_line(author);
    let words: Vec<&str> = name.split_whitespace().collect();
    let is_latin = words.len() > 1 && words.iter().all(|word| word.starts_with(|c: char| c.is_ascii_alphabetic()));
    if is_latin {
        return words.iter().filter_map(|word| word.chars().next()).map(|c| c.to_ascii_uppercase()).collect();
    }
    let short = text::cut(&name, INITIALS_CELLS).0.trim_end();
    if short.is_empty() { "?".to_owned() } else { short.to_owned() }
}

/// How wide a name may be that stands for initials.
const INITIALS_CELLS: usize = 12;

/// A heading that a person wrote: an interpretation, and no evidence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Headline {
    /// The words.
    pub text: String,
    /// Who wrote it, as initials.
    pub by: String,
    /// When.
    pub at: Moment,
    /// The lines that stood under the claim then, as citations: it is stale when they are others.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub rests_on: Vec<String>,
}

/// Somebody decided against something, and said why.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dropped {
    /// Why, as one line.
    pub reason: String,
    /// Who decided it, as initials.
    pub by: String,
    /// When.
    pub at: Moment,
    /// How many people had raised it then: when they become more, it is told.
    pub people: u32,
}

/// A published brief: frozen as it was handed out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edition {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// Whose brief.
    pub persona: Id,
    /// Its number, from 1; unique for a persona.
    pub number: u32,
    /// When it was published.
    pub published: Moment,
    /// Who published it, as initials.
    pub by: String,
    /// The SHA-256 of the lines that it used, in hexadecimal.
    pub hash: String,
    /// The whole brief as `whybuy.brief/1`.
    pub document: String,
}

/// A finding of the leak linter that somebody let through, and why. The word itself is not kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Allowance {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// What kind of finding, as the linter names it.
    pub finding: String,
    /// The digest of the word that was found, in hexadecimal.
    pub digest: String,
    /// Why it may leave the library, as one line; it is printed.
    pub reason: String,
    /// Who let it through, as initials.
    pub by: String,
    /// When.
    pub at: Moment,
}

/// A trigger card: a trigger theme and what the company does when it happens; at most one for each theme.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TriggerCard {
    /// Identity.
    pub id: Id,
    /// The study.
    pub study: Id,
    /// The trigger theme.
    pub theme: Id,
    /// What happens; the theme's name where it is empty.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub event: String,
    /// What brings it about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub cause: String,
    /// What it brings about.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub effect: String,
    /// Whether the company can see it happen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub trackable: Option<bool>,
    /// What the company then does.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub action: String,
    /// What was thought of and rejected.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub rejected: String,
    /// What the company then says.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub message: String,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_are_short_and_never_blank() {
        for (author, expected) in
            [("Haeun Kim", "HK"), ("김하은", "김하은"), ("jiyun", "jiyun"), ("  ", "?"), ("김 하은", "김 하은")]
        {
            assert_eq!(initials(author), expected);
        }
        assert_eq!(initials("a-very-long-account-name").len(), 12);
    }
}
