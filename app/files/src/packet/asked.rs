//! What versions of a track ask for: which facts they use, and which entries of the catalogue.

use std::collections::BTreeSet;

use compact_str::CompactString;
use rules::{
    Assessor, Catalogue, CertificationRule, Credential, Criterion, Day, Entry, Ladder, LanguageRule, Leave,
    Proficiency, Rule, SkillId, TrackId, TrackVersion, TrainingStatus,
};

use crate::Person;

/// What is asked for.
pub(super) struct Asked<'l> {
    ladder: &'l Ladder,
    track: TrackId,
    /// Codes of the catalogue, each with its kind as a ladder file has it.
    codes: BTreeSet<(&'static str, &'l str)>,
    languages: Vec<&'l LanguageRule>,
    skills: BTreeSet<(SkillId, Assessor)>,
    /// What waivers can name.
    ids: BTreeSet<&'l CompactString>,
    /// Whether days of service are counted.
    service: bool,
    ratings: bool,
    conduct: bool,
}

impl<'l> Asked<'l> {
    /// By these versions of a track.
    pub(super) fn by(ladder: &'l Ladder, track: TrackId, versions: &[&'l TrackVersion]) -> Asked<'l> {
        let mut asked = Asked {
            ladder,
            track,
            codes: BTreeSet::new(),
            languages: Vec::new(),
            skills: BTreeSet::new(),
            ids: BTreeSet::new(),
            service: false,
            ratings: false,
            conduct: false,
        };
        for version in versions {
            let jobs = version.from.iter().chain([&version.to]);
            asked.codes.extend(jobs.map(|job| ("job", ladder.catalogue.job(*job).code())));
            version.criteria.iter().for_each(|criterion| asked.criterion(criterion, &ladder.catalogue));
        }
        asked
    }

    fn criterion(&mut self, criterion: &'l Criterion, catalogue: &'l Catalogue) {
        self.ids.extend(&criterion.id);
        match &criterion.rule {
            Rule::Tenure { .. } => self.service = true,
            Rule::TimeInJob { jobs, .. } => {
                self.service = true;
                let jobs = jobs.iter().flatten();
                self.codes.extend(jobs.map(|job| ("job", catalogue.job(*job).code())));
            }
            Rule::Certification(rule) => self.certifications(rule, catalogue),
            Rule::Language(rule) => self.languages.push(rule),
            Rule::Training(rule) => {
                let courses = rule.all_of.iter().chain(&rule.any_of);
                self.codes.extend(courses.map(|course| ("course", catalogue.course(*course).code())));
            }
            Rule::Metric(rule) => {
                self.codes.insert(("metric", catalogue.metric(rule.metric).code()));
            }
            Rule::Rating { .. } => self.ratings = true,
            Rule::Skill { skill, assessor, .. } => {
                self.codes.insert(("skill", catalogue.skill(*skill).code()));
                self.skills.insert((*skill, *assessor));
            }
            Rule::Activity { activity, .. } => {
                self.codes.insert(("activity", catalogue.activity(*activity).code()));
            }
            Rule::ClearConduct { .. } => self.conduct = true,
            Rule::Employment { .. } => {}
            Rule::All(of) | Rule::Any(of) | Rule::AtLeast { of, .. } => {
                of.iter().for_each(|part| self.criterion(part, catalogue));
            }
        }
    }

    /// Those that would do: of a family, from the rank that is asked.
    fn certifications(&mut self, rule: &'l CertificationRule, catalogue: &'l Catalogue) {
        let code = |entry: &'l rules::Certification| ("certification", entry.code());
        match rule {
            CertificationRule::AnyOf(ids) => {
                self.codes.extend(ids.iter().map(|id| code(catalogue.certification(*id))));
            }
            CertificationRule::Family { family, at_least } => {
                let needed = catalogue.certification(*at_least).rank;
                let would_do = |entry: &&rules::Certification| {
                    entry.family.as_ref() == Some(family) && entry.rank.is_some() && entry.rank >= needed
                };
                self.codes.extend(catalogue.certifications.iter().filter(would_do).map(code));
            }
        }
    }

    /// A person with the facts that are asked for. Employment and job history always are; of the rest also what was
    /// known on the day to lie ahead, a booking or a leave, as it says how long the answer stands.
    pub(super) fn facts_of(&self, person: &Person, as_of: Day) -> Person {
        let mut person = person.clone();
        person.leaves.retain(|row| self.uses_leave(&row.leave, as_of));
        person.credentials.retain(|row| self.uses_credential(&row.credential));
        person.proficiencies.retain(|row| self.uses_proficiency(row));
        person.trainings.retain(|row| {
            self.has("course", self.ladder.catalogue.course(row.course))
                || matches!(row.status, TrainingStatus::PlannedOn(day) if day > as_of)
        });
        person.results.retain(|row| self.has("metric", self.ladder.catalogue.metric(row.metric)));
        person.reviews.retain(|_| self.ratings);
        person.skills.retain(|row| self.skills.contains(&(row.skill, row.assessor)));
        person.activities.retain(|row| self.has("activity", self.ladder.catalogue.activity(row.activity)));
        person.conduct.retain(|_| self.conduct);
        person.waivers.retain(|row| row.track == self.track && self.ids.contains(&row.criterion));
        person
    }

    fn has(&self, kind: &'static str, entry: &impl Entry) -> bool {
        self.codes.contains(&(kind, entry.code()))
    }

    fn uses_leave(&self, leave: &Leave, as_of: Day) -> bool {
        let is_running = leave.ended_on.is_none() && !leave.counts_toward_tenure;
        self.service && !leave.counts_toward_tenure || is_running || leave.started_on > as_of
    }

    fn uses_credential(&self, credential: &Credential) -> bool {
        self.has("certification", self.ladder.catalogue.certification(credential.certification))
    }

    fn uses_proficiency(&self, row: &Proficiency) -> bool {
        self.languages.iter().any(|rule| {
            rule.of.as_ref().is_none_or(|of| of.contains(&row.language)) && !rule.except.contains(&row.language)
        })
    }

    /// The kinds and codes of the catalogue that the criteria or the facts of a person name.
    pub(super) fn codes_with(mut self, person: &Person) -> BTreeSet<(&'static str, &'l str)> {
        let catalogue = &self.ladder.catalogue;
        let held = person.assignments.iter().map(|row| row.assignment.job).chain([person.employee.job]);
        self.codes.extend(held.map(|job| ("job", catalogue.job(job).code())));
        let courses = person.trainings.iter().map(|row| ("course", catalogue.course(row.course).code()));
        self.codes.extend(courses);
        self.codes
    }
}
