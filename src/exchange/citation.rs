//! A citation as text, ready for a chat: one heading with its counts, then a line for each line that is cited.
//! What may be printed has been decided in `domain::citation`.

use crate::domain::Speaker;
use crate::domain::Voice;
use crate::domain::citation::{Cited, Claim, Quotation};
use crate::words::Words;

/// The citation in the language of the words. It ends without a line break.
pub fn text(quotation: &Quotation, words: &Words) -> String {
    let mut rows: Vec<String> = quotation.claim.iter().map(|claim| heading(claim, words)).collect();
    rows.extend(quotation.lines.iter().map(|line| row(line, words)));
    if !quotation.left_out.is_empty() {
        let args = [("people", quotation.left_out.people.into()), ("lines", quotation.left_out.lines.into())];
        rows.push(format!("  {}", words.say_with("citation-left-out", &args)));
    }
    rows.join("\n")
}

/// What was looked for, people by role, and who was asked; never a share.
fn heading(claim: &Claim, words: &Words) -> String {
    let people = words.say_with("people", &[("count", claim.people.into())]);
    let roles: Vec<String> = claim.roles.iter().map(|(role, people)| format!("{role} {people}")).collect();
    let roles = if roles.is_empty() { String::new() } else { format!(" ({})", roles.join(" · ")) };
    let mut heading = format!("{}: {people}{roles}.", claim.what);
    let Some(counts) = &claim.standing else { return heading };
    let args = [
        ("asked", counts.asked.into()),
        ("said", counts.raised_when_asked().into()),
        ("unprompted", counts.unprompted.into()),
    ];
    let asked = if counts.asked == 0 { "citation-unasked" } else { "citation-asked" };
    heading.push_str(&format!(" {}", words.say_with(asked, &args)));
    if counts.contradicted > 0 {
        heading.push_str(&format!(" {}", words.say_with("citation-against", &[("count", counts.contradicted.into())])));
    }
    let rest = counts.not_asked + counts.open;
    if rest > 0 {
        heading.push_str(&format!(" {}", words.say_with("citation-rest", &[("count", rest.into())])));
    }
    heading
}

/// One line: its words, who said it, when, and the code by which it is found for ever.
fn row(line: &Cited, words: &Words) -> String {
    let evidence = &line.evidence;
    let mark = |key: &str| format!("({}) ", words.say(key));
    let said = match (evidence.withheld, line.speaker, evidence.voice) {
        (true, ..) => format!(" {}", mark("citation-withheld").trim_end()),
        (_, Speaker::Interviewer, _) => format!("  {}{}", mark("speaker-interviewer"), evidence.text),
        (_, _, Voice::Verbatim) => format!(" \"{}\"", evidence.text),
        (_, _, voice) => format!("  {}{}", mark(&format!("voice-{}", voice.name())), evidence.text),
    };
    let against = if line.against { format!(" {}", mark("citation-line-against").trim_end()) } else { String::new() };
    let who = format!("{} {}", evidence.participant, evidence.role);
    let at = evidence.at.map(|at| format!(", {at}")).unwrap_or_default();
    format!("{against}{said}  {}, {}{at}  [{}]", who.trim_end(), line.date, evidence.cite())
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::domain::denominator::Denominator;
    use crate::domain::{Record, Research};
    use crate::words::Lang;

    fn sample() -> Research {
        let lines = include_str!("../../sample_data/ai_pc.ko.jsonl").lines().skip(1);
        Research::of(lines.map(|line| serde_json::from_str::<Record>(line).unwrap())).unwrap()
    }

    #[test]
    fn a_citation_reads_as_it_should_in_both_languages() {
        let mut research = sample();
        let of = |research: &Research, code: &str, voice| {
            let person = research.participant_by_code(code).unwrap().id;
            research.evidence_of(person).find(|note| note.voice == voice).unwrap().id
        };
        let lines = [
            (of(&research, "P01", Voice::Verbatim), false),
            (of(&research, "P03", Voice::Paraphrase), false),
            (of(&research, "P05", Voice::Verbatim), true),
            (of(&research, "P06", Voice::Verbatim), false),
            (of(&research, "P02", Voice::Verbatim), false),
        ];
        let mut no_quotes = research.participant_by_code("P06").unwrap().clone();
        no_quotes.consent.quote = false;
        research.apply(no_quotes.into()).unwrap();
        let mut silent = research.participant_by_code("P02").unwrap().clone();
        silent.consent.participate = false;
        research.apply(silent.into()).unwrap();
        let standing = Denominator {
            raised: 11,
            asked: 24,
            unprompted: 4,
            not_asked: 9,
            open: 25,
            contradicted: 1,
            ..Denominator::default()
        };
        let claim = Claim {
            what: "도입 지연 (우려)".to_owned(),
            people: 11,
            roles: vec![("구매팀".to_owned(), 6), ("IT".to_owned(), 4), ("임원".to_owned(), 1)],
            standing: Some(standing),
        };
        let quotation = Quotation::of(&research, Some(claim), &lines);
        let both = [Lang::Ko, Lang::En].map(|lang| text(&quotation, &Words::new(lang))).join("\n\n");
        assert!(!both.contains('%'));
        insta::assert_snapshot!("citation", both);
    }
}
