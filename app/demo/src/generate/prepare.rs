//! What somebody has done toward a track: credentials, languages, courses and activities, drawn from what the track
//! asks. So the people fit any ladder: ask for another belt, and they hold that one, or let it lapse.

use files::{CredentialRow, Person};
use rules::{
    ActivityEvent, ActivityId, Basis, Catalogue, CertificationId, CertificationRule, CourseId, Credential, Criterion,
    Day, Ladder, LanguageRule, LanguageTag, Level, Proficiency, Rule, Standing, Training, TrainingRule, TrainingStatus,
};

use super::dice::Dice;

/// Somebody who prepares, with the days in which they could.
pub(super) struct Preparation<'a> {
    pub(super) ladder: &'a Ladder,
    pub(super) person: &'a mut Person,
    pub(super) dice: &'a mut Dice,
    /// Languages that can be learned there.
    pub(super) languages: &'a [&'static str],
    pub(super) first_day: Day,
    pub(super) known_until: Day,
    /// How likely each thing asked is done: 0 to 1.
    pub(super) readiness: f64,
}

impl Preparation<'_> {
    /// Everything that these criteria ask and that one can prepare.
    pub(super) fn toward(&mut self, criteria: &[Criterion]) {
        for criterion in criteria {
            self.one(&criterion.rule);
        }
    }

    /// Something that no track asks of them.
    pub(super) fn besides(&mut self) {
        let Catalogue { certifications, courses, .. } = &self.ladder.catalogue;
        let (certifications, courses) = (certifications.len(), courses.len());
        if certifications > 0 && self.dice.chance(0.06) {
            let any = CertificationId(self.dice.below(certifications) as u16);
            self.certification(&CertificationRule::AnyOf(vec![any]));
        }
        if courses > 0 && self.dice.chance(0.12) {
            let all_of = vec![CourseId(self.dice.below(courses) as u16)];
            self.training(&TrainingRule { all_of, any_of: Vec::new(), within_months: None, min_score: None });
        }
    }

    fn one(&mut self, rule: &Rule) {
        match rule {
            Rule::Certification(rule) => self.certification(rule),
            Rule::Language(rule) => self.language(rule),
            Rule::Training(rule) => self.training(rule),
            Rule::Activity { activity, count, within_months } => self.activity(*activity, *count, *within_months),
            Rule::All(parts) => self.toward(parts),
            Rule::Any(parts) => self.some(parts, 1),
            Rule::AtLeast { count, of } => self.some(of, *count as usize),
            // Time, results and judgements come by themselves.
            Rule::Tenure { .. }
            | Rule::TimeInJob { .. }
            | Rule::Metric(_)
            | Rule::Rating { .. }
            | Rule::Skill { .. }
            | Rule::ClearConduct { .. }
            | Rule::Employment { .. } => {}
        }
    }

    /// Nobody does all where some will do.
    fn some(&mut self, parts: &[Criterion], count: usize) {
        let from = self.dice.below(parts.len());
        for part in parts.iter().cycle().skip(from).take(count) {
            self.one(&part.rule);
        }
    }

    /// A day so many days back, or fewer, but none before the first.
    fn back(&mut self, least: i32, most: i32) -> Day {
        let day = self.known_until.plus_days(-self.dice.between(least, most));
        if day >= self.first_day {
            return day;
        }
        let days = self.first_day.days_until(self.known_until);
        self.known_until.plus_days(-self.dice.between(0, days))
    }

    fn certification(&mut self, rule: &CertificationRule) {
        let catalogue = &self.ladder.catalogue;
        let would_do = |id: CertificationId| match rule {
            CertificationRule::AnyOf(any) => any.contains(&id),
            CertificationRule::Family { family, at_least } => {
                let one = catalogue.certification(id);
                one.family.as_ref() == Some(family) && one.rank >= catalogue.certification(*at_least).rank
            }
        };
        let all: Vec<_> =
            (0..catalogue.certifications.len() as u16).map(CertificationId).filter(|&id| would_do(id)).collect();
        if all.is_empty() || self.person.credentials.iter().any(|row| all.contains(&row.credential.certification)) {
            return;
        }
        // The first named are the usual ones.
        let (one, other) = (self.dice.below(all.len()), self.dice.below(all.len()));
        let certification = all[one.min(other)];
        let validity_months = catalogue.certification(certification).validity_months;
        let validity = validity_months.map_or(1000, |months| months as i32 * 30);
        let (issued_on, standing) = if self.dice.chance(self.readiness) {
            (self.back(1, validity - 5), Standing::Verified)
        } else {
            match self.dice.below(100) {
                0..25 if validity_months.is_some() => (self.back(validity + 40, validity + 300), Standing::Verified),
                25..42 => (self.back(1, 200), Standing::Claimed),
                42..45 => {
                    let issued_on = self.back(30, 600);
                    let days = issued_on.days_until(self.known_until);
                    (issued_on, Standing::RevokedOn(issued_on.plus_days(self.dice.between(0, days))))
                }
                _ => return,
            }
        };
        let end = validity_months.map(|months| issued_on.plus_months(months).previous());
        let expires_on = end.filter(|_| self.dice.chance(0.5));
        let number = self.dice.between(100_000, 999_999);
        let issuer = catalogue.certification(certification).issuer.as_deref().unwrap_or("C");
        let issuer: String = issuer.chars().filter(char::is_ascii_uppercase).collect();
        let evidence_url = (standing == Standing::Claimed).then(|| format!("https://credentials.example/{number}"));
        self.person.credentials.push(CredentialRow {
            credential: Credential { certification, issued_on, expires_on, standing },
            credential_id: Some(format!("{issuer}-{number}")),
            evidence_url,
        });
    }

    fn language(&mut self, rule: &LanguageRule) {
        let asked =
            |tag: &LanguageTag| rule.of.as_ref().is_none_or(|of| of.contains(tag)) && !rule.except.contains(tag);
        let held = self.person.proficiencies.iter();
        let held = held
            .filter(|row| row.basis == Basis::Verified && row.level >= rule.at_least && asked(&row.language))
            .count();
        let pool: Vec<LanguageTag> = match &rule.of {
            Some(of) => of.clone(),
            None => self.languages.iter().filter_map(|tag| LanguageTag::new(tag)).filter(asked).collect(),
        };
        let unknown = |tag: &&LanguageTag| self.person.proficiencies.iter().all(|row| row.language != **tag);
        let learn: Vec<_> =
            pool.iter().filter(unknown).take((rule.count as usize).saturating_sub(held)).cloned().collect();
        for language in learn {
            self.learn(language, rule.at_least);
        }
    }

    fn learn(&mut self, language: LanguageTag, level: Level) {
        let place = Level::ALL.iter().position(|&one| one == level).unwrap_or_default();
        let lower = Level::ALL[place.saturating_sub(1)];
        let higher = Level::ALL[(place + 1).min(5)];
        let assessed_on = self.back(1, 600);
        let (level, basis, expires_on) = if self.dice.chance(self.readiness) {
            (if self.dice.chance(0.4) { higher } else { level }, Basis::Verified, None)
        } else {
            match self.dice.below(100) {
                0..35 => (lower, Basis::Verified, None),
                35..50 => (level, Basis::Claimed, None),
                50..60 => (level, Basis::Verified, Some(assessed_on.plus_months(12))),
                _ => return,
            }
        };
        self.person.proficiencies.push(Proficiency { language, level, assessed_on, expires_on, basis });
    }

    fn training(&mut self, rule: &TrainingRule) {
        let mut courses = rule.all_of.clone();
        if !rule.any_of.is_empty() {
            courses.push(self.dice.pick(&rule.any_of));
        }
        for course in courses {
            if self.person.trainings.iter().all(|row| row.course != course) {
                self.course(course, rule.within_months);
            }
        }
    }

    fn course(&mut self, course: CourseId, within_months: Option<u32>) {
        let longest = within_months.map_or(900, |months| months as i32 * 30);
        let (status, score) = if self.dice.chance(self.readiness) {
            (TrainingStatus::CompletedOn(self.back(1, longest)), self.dice.between(78, 100))
        } else {
            match self.dice.below(100) {
                0..25 => (TrainingStatus::PlannedOn(self.known_until.plus_days(self.dice.between(5, 120))), 0),
                25..32 => (TrainingStatus::Withdrawn(None), 0),
                32..45 => {
                    (TrainingStatus::CompletedOn(self.back(longest + 10, longest + 400)), self.dice.between(60, 95))
                }
                _ => return,
            }
        };
        let score = (score > 0 && self.dice.chance(0.9)).then(|| score.into());
        self.person.trainings.push(Training { course, status, score });
    }

    fn activity(&mut self, activity: ActivityId, count: u32, within_months: Option<u32>) {
        if self.person.activities.iter().any(|row| row.activity == activity) {
            return;
        }
        let asked = count as i32;
        let enough = self.dice.chance(self.readiness);
        let mut left =
            if enough { asked + self.dice.between(0, asked / 3 + 1) } else { self.dice.between(0, asked - 1) };
        let window = within_months.map_or(700, |months| months as i32 * 30);
        while left > 0 {
            let at_once = self.dice.between(1, 3).min(left);
            let occurred_on = self.back(0, window);
            left -= at_once;
            let events = &mut self.person.activities;
            let same_day = events.iter_mut().find(|row| row.activity == activity && row.occurred_on == occurred_on);
            match same_day {
                Some(event) => event.count += at_once as u32,
                None => events.push(ActivityEvent { activity, occurred_on, count: at_once as u32 }),
            }
        }
    }
}
