//! People: who they are, what they agree to, and how a name that is typed after `@` becomes a code, so that no name
//! ever stands in a line. The names themselves are the vault's.

use super::home::listed;
use super::session::{Session, Told};
use crate::domain::{Consent, Id, Participant, Step, live, matching, text};

/// At most so many names are offered.
const OFFERED: usize = 8;

impl Session<'_> {
    /// Tells the people of the study, by code.
    pub fn tell_people(&mut self) -> Told {
        let research = &self.work.research;
        let mut people: Vec<&Participant> = research.participants().values().collect();
        people.sort_by(|a, b| a.code.cmp(&b.code));
        let rows: Vec<String> = people.into_iter().map(|person| self.participant(person)).collect();
        if rows.is_empty() {
            return self.tell_key("plain-no-people", &[]);
        }
        rows.iter().try_for_each(|row| self.tell(row))
    }

    fn participant(&self, person: &Participant) -> String {
        let research = &self.work.research;
        if person.is_withdrawn() {
            return listed([person.code.clone(), self.say("consent-withdrawn")]);
        }
        let persona = person.persona.and_then(|id| research.personas().get(&id)).map(|it| it.name.clone());
        let outcome = research.outcome_of(person).map(|it| self.say(&format!("outcome-{it}")));
        let lines = research.interviews_of(person.id).iter().map(|it| research.notes_of(it.id).count()).sum::<usize>();
        listed([
            person.code.clone(),
            persona.unwrap_or_default(),
            person.role.clone(),
            outcome.unwrap_or_default(),
            self.say(consent_key(&person.consent)),
            self.say_with("lines", &[("count", lines.into())]),
        ])
    }

    /// Asks whose consent is meant, by the code.
    pub fn choose_consent(&mut self) -> Told {
        let code = self.ask(|it| it.say("plain-whose"))?;
        let code = code.trim();
        match self.work.research.participant_by_code(code).map(|person| person.id) {
            _ if code.is_empty() => Ok(()),
            Some(person) => self.ask_consent(person),
            None => self.tell_key("plain-nobody", &[("code", code.into())]),
        }
    }

    /// Asks what a participant agrees to: digits switch, an empty line keeps.
    pub fn ask_consent(&mut self, person: Id) -> Told {
        let Some(known) = self.work.research.participants().get(&person).cloned() else { return Ok(()) };
        let is_here =
            self.running.filter(|id| self.work.research.participant_of(*id).is_some_and(|it| it.id == person));
        let mut consent = known.consent.clone();
        loop {
            self.tell_key("consent-title", &[("code", known.code.as_str().into())])?;
            let mut rows = consent_rows(&consent).map(|(key, on)| {
                let state = self.say(if on { "plain-yes" } else { "plain-no" });
                format!("{}: {state}", self.say(key))
            });
            self.tell_numbered(&rows)?;
            if is_here.is_some() {
                rows[0] = self.say("plain-agreed-aloud");
                self.tell(&format!("5. {}", rows[0]))?;
            }
            let digits = self.ask(|it| it.say("plain-consent-choose"))?;
            if let Some(interview) = is_here.filter(|_| digits.contains('5')) {
                let step = live::agree(&self.work.research, interview, self.work.now);
                return self.keep_step(step).map(|_| ());
            }
            if digits.trim().is_empty() {
                break;
            }
            for digit in digits.chars() {
                switch(&mut consent, digit);
            }
        }
        if consent == known.consent {
            return Ok(());
        }
        consent.given = consent.participate.then(|| consent.given.unwrap_or(self.work.now));
        let step = Step::new(known.study, "note-consent", known.code.clone());
        self.keep_step(Some(step.put(Participant { consent, ..known }))).map(|_| ())
    }

    /// The line with every `@name` turned into a code; none where the researcher goes back.
    pub fn without_names(&mut self, line: &str) -> Told<Option<String>> {
        let (mut kept, mut rest) = (String::new(), line);
        while let Some((before, token)) = sign(rest) {
            kept.push_str(before);
            let end = token.find(char::is_whitespace).unwrap_or(token.len());
            match self.code_for(&token[..end])? {
                Some(code) => kept.push_str(&code),
                None => return Ok(None),
            }
            rest = &token[end..];
        }
        kept.push_str(rest);
        Ok(Some(kept))
    }

    /// What stands in a line in place of `@token`: the code, and what of the token is no name (a particle).
    fn code_for(&mut self, token: &str) -> Told<Option<String>> {
        let codes: Vec<&Participant> = self.work.research.participants().values().collect();
        let head: String = token.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '-').collect();
        if let Some(person) = codes.iter().find(|it| it.code.eq_ignore_ascii_case(&head)) {
            return Ok(Some(format!("{}{}", person.code, &token[head.len()..])));
        }
        let research = &self.work.research;
        let named: Vec<(String, String)> = self
            .work
            .names
            .iter()
            .filter_map(|(id, name)| Some((name.clone(), research.participants().get(id)?.code.clone())))
            .collect();
        let whole = named.iter().filter(|(name, _)| token.starts_with(name.as_str()));
        if let Some((name, code)) = whole.max_by_key(|(name, _)| name.len()) {
            return Ok(Some(format!("{code}{}", &token[name.len()..])));
        }
        self.ask_who(token, &named)
    }

    fn ask_who(&mut self, token: &str, named: &[(String, String)]) -> Told<Option<String>> {
        let like = named.iter().filter(|(name, _)| matching::rank(token, name).is_some()).take(OFFERED);
        let like: Vec<&(String, String)> = like.collect();
        let new = live::next_code(&self.work.research);
        self.tell_key("plain-who", &[("token", token.into())])?;
        let mut rows: Vec<String> = like.iter().map(|(name, code)| format!("{code} {name}")).collect();
        rows.push(self.say_with("plain-who-new", &[("code", new.as_str().into())]));
        rows.push(self.say_with("plain-who-text", &[("token", token.into())]));
        self.tell_numbered(&rows)?;
        let prompt = self.say("plain-who-choose");
        let Some(number) = self.ask_number(&prompt, rows.len())? else { return Ok(None) };
        if let Some((_, code)) = like.get(number - 1) {
            return Ok(Some(code.clone()));
        }
        if number == rows.len() {
            return Ok(Some(format!("@{token}")));
        }
        let typed = self.ask(|it| it.say_with("plain-who-name", &[("token", token.into())]))?;
        let name = text::trim_line(&typed).into_owned();
        let name = if name.is_empty() { token.to_owned() } else { name };
        let made = live::new_person(&self.work.research, &new, &self.work.fresh());
        let Some((person, step)) = made else { return Ok(None) };
        if !self.keep_step(Some(step))? {
            return Ok(None);
        }
        self.work.name(person, &name);
        let code = self.work.research.participants().get(&person).map(|it| it.code.clone()).unwrap_or(new);
        Ok(Some(format!("{code}{}", token.strip_prefix(name.as_str()).unwrap_or_default())))
    }
}

/// The part before an `@` that begins a word of letters, and what follows it.
fn sign(line: &str) -> Option<(&str, &str)> {
    let is_name = |at: usize| {
        let is_head = line[..at].chars().next_back().is_none_or(|c| c.is_whitespace() || matches!(c, '"' | '!' | '?'));
        is_head && line[at + 1..].chars().next().is_some_and(char::is_alphabetic)
    };
    let at = line.match_indices('@').map(|(at, _)| at).find(|at| is_name(*at))?;
    Some((&line[..at], &line[at + 1..]))
}

fn consent_rows(consent: &Consent) -> [(&'static str, bool); 4] {
    [
        ("consent-participate", consent.participate),
        ("consent-record", consent.record),
        ("consent-quote", consent.quote),
        ("consent-verbal", consent.verbal),
    ]
}

fn switch(consent: &mut Consent, digit: char) {
    let switched = match digit {
        '1' => &mut consent.participate,
        '2' => &mut consent.record,
        '3' => &mut consent.quote,
        '4' => &mut consent.verbal,
        _ => return,
    };
    *switched = !*switched;
}

fn consent_key(consent: &Consent) -> &'static str {
    match consent {
        it if !it.participate => "consent-none",
        it if it.quote => "consent-full",
        _ => "consent-no-quotes",
    }
}
