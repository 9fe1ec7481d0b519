//! English lines as they are taken down in interviews about buying equipment and services: sentence frames with
//! people, things, times and reasons. Written for this corpus.

use super::dice::Dice;

const WHO: [&str; 18] = [
    "my manager",
    "the finance lead",
    "our CTO",
    "the team",
    "procurement",
    "the vendor",
    "a friend at another lab",
    "the sales engineer",
    "the board",
    "our intern",
    "the office manager",
    "the data group",
    "legal",
    "the reseller",
    "the founder",
    "an old colleague",
    "IT support",
    "the head of research",
];
const THING: [&str; 40] = [
    "price",
    "quote",
    "delivery",
    "warranty",
    "budget",
    "graphics card",
    "server",
    "workstation",
    "training run",
    "memory",
    "noise",
    "heat",
    "contract",
    "approval",
    "comparison sheet",
    "support line",
    "cloud bill",
    "power supply",
    "benchmark",
    "license",
    "migration",
    "security review",
    "downtime",
    "demo unit",
    "invoice",
    "lead time",
    "upgrade path",
    "checklist",
    "renewal",
    "pilot",
    "rack space",
    "lease",
    "discount",
    "onboarding",
    "documentation",
    "backup plan",
    "data export",
    "remote access",
    "spare parts",
    "handover",
];
const KIND: [&str; 22] = [
    "first",
    "second",
    "revised",
    "annual",
    "regional",
    "internal",
    "shared",
    "temporary",
    "final",
    "early",
    "informal",
    "detailed",
    "missing",
    "outdated",
    "unexpected",
    "separate",
    "standard",
    "custom",
    "discounted",
    "partial",
    "cheaper",
    "local",
];
const WHEN: [&str; 14] = [
    "last autumn",
    "in the second week",
    "right before signing",
    "after the audit",
    "at the end of the quarter",
    "on a Friday night",
    "two months later",
    "during the pilot",
    "before anyone asked",
    "early this year",
    "while we were moving offices",
    "a day after the demo",
    "in the middle of a deadline",
    "since then",
];
const DID: [&str; 22] = [
    "asked three places",
    "gave up for a while",
    "wrote everything into a spreadsheet",
    "called them twice",
    "signed the same day",
    "waited for the new model",
    "sent it back",
    "borrowed one first",
    "kept the old one running",
    "argued about it for weeks",
    "trusted the numbers",
    "checked the reviews again",
    "lost the thread completely",
    "had to explain it upstairs",
    "bought a smaller one",
    "found it easier than expected",
    "got no answer",
    "recommended it to the other group",
    "measured it ourselves",
    "paid for it out of another budget",
    "regretted it once",
    "never looked back",
];
const WHY: [&str; 14] = [
    "because the training took four days",
    "because the budget would be gone in December",
    "since nobody wanted to be blamed",
    "because the bill had tripled",
    "after the machine stopped twice",
    "because a competitor already had one",
    "so that the students could work at night",
    "because the room was too hot",
    "since we had been burned before",
    "because the exchange rate kept rising",
    "as there was only one person who understood it",
    "because the conference deadline was close",
    "so the auditors would stop asking",
    "since the lease was running out",
];
const LEAD: [&str; 12] = [
    "honestly",
    "to be fair",
    "what scared me most was that",
    "as far as I remember",
    "in the end",
    "funnily enough",
    "the thing is",
    "if I am honest",
    "at first",
    "looking back",
    "in short",
    "you know",
];

/// A line of one to three sentences, about 26 words.
pub fn note(dice: &mut Dice) -> String {
    let sentences = dice.between(1, 3);
    let sentences: Vec<String> = (0..sentences).map(|_| sentence(dice)).collect();
    sentences.join(". ")
}

fn sentence(dice: &mut Dice) -> String {
    let (who, when, did) = (*dice.pick_common(&WHO), *dice.pick(&WHEN), *dice.pick(&DID));
    let (thing, other, why) = (thing(dice), thing(dice), *dice.pick(&WHY));
    let lead = *dice.pick(&LEAD);
    match dice.below(6) {
        0 => format!("{who} {did} {when}, {why}"),
        1 => format!("{lead} the {thing} mattered more than the {other}"),
        2 => format!("we compared the {thing} with the {other} and then {who} {did}"),
        3 => format!("{when} the {thing} came {} days late and {who} {did}", dice.between(2, 40)),
        4 => format!("{lead} {who} {did} {why}"),
        _ => format!("nobody told us about the {thing} until {who} saw the {other} {when}"),
    }
}

fn thing(dice: &mut Dice) -> String {
    if dice.chance(35) {
        format!("{} {}", dice.pick_common(&KIND), dice.pick_common(&THING))
    } else {
        (*dice.pick_common(&THING)).to_owned()
    }
}
