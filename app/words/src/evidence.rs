//! The facts that decided, a line each.

use rules::{Basis, Day, Entry, Evidence, Ladder};

use crate::English;
use crate::message::{or_none, say};

impl English {
    /// "Six Sigma Green Belt, issued on 1 Dec 2023, valid until 30 Nov 2026". `None` of conduct: of that, the finding
    /// is all that is told.
    pub fn evidence(&self, ladder: &Ladder, evidence: &Evidence) -> Option<String> {
        let catalogue = &ladder.catalogue;
        let end = |last: &Option<Day>| or_none(last.map(|last| self.date(last)));
        let basis = |claimed: bool| if claimed { Basis::Claimed.code() } else { Basis::Verified.code() };
        let text = match evidence {
            Evidence::ServiceDate { service_date } => say!(self, EvidenceServiceDate { on: self.date(*service_date) }),
            Evidence::Employment { hired_on, left_on, employment } => {
                let kind = self.employment_kind(*employment);
                say!(self, EvidenceEmployment { kind, from: self.date(*hired_on), until: end(left_on) })
            }
            Evidence::Assignment { job, started_on, ended_on } => {
                let job = catalogue.job(*job).title();
                say!(self, EvidenceAssignment { job, from: self.date(*started_on), until: end(ended_on) })
            }
            Evidence::Leave { started_on, ended_on } => {
                say!(self, EvidenceLeave { from: self.date(*started_on), until: end(ended_on) })
            }
            Evidence::Certification { certification, issued_on, expires_on, revoked_on, claimed } => {
                let (title, on) = (catalogue.certification(*certification).title(), self.date(*issued_on));
                let (until, revoked, basis) = (end(expires_on), end(revoked_on), basis(*claimed));
                say!(self, EvidenceCertification { title, on, until, revoked, basis })
            }
            Evidence::Language { language, level, assessed_on, expires_on, claimed } => {
                let (language, level, on) = (self.language(language), level.code(), self.date(*assessed_on));
                say!(self, EvidenceLanguage { language, level, on, until: end(expires_on), basis: basis(*claimed) })
            }
            Evidence::Completion { course, completed_on, score } => {
                let score = or_none(score.map(|score| score.to_string()));
                let course = catalogue.course(*course).title();
                say!(self, EvidenceCompletion { course, on: self.date(*completed_on), score })
            }
            Evidence::Booking { course, planned_on } => {
                say!(self, EvidenceBooking { course: catalogue.course(*course).title(), on: self.date(*planned_on) })
            }
            Evidence::Metric { metric, month, value, sample } => {
                let metric = catalogue.metric(*metric);
                let value = self.amount(*value, metric.unit.as_deref());
                let (metric, month) = (metric.title(), self.month(*month));
                say!(self, EvidenceMetric { metric, value, month, sample: sample.unwrap_or(0) })
            }
            Evidence::Review { reviewed_on, rating } => {
                say!(self, EvidenceReview { rating: rating.to_string(), on: self.date(*reviewed_on) })
            }
            Evidence::Skill { skill, level, assessed_on } => {
                let skill = catalogue.skill(*skill).title();
                say!(self, EvidenceSkill { skill, level: *level, on: self.date(*assessed_on) })
            }
            Evidence::Activity { activity, occurred_on, count } => {
                let activity = catalogue.activity(*activity).title();
                say!(self, EvidenceActivity { activity, on: self.date(*occurred_on), count: *count })
            }
            Evidence::Conduct { .. } => return None,
            Evidence::Waiver { from_on, until_on } => {
                say!(self, EvidenceWaiver { from: self.date(*from_on), until: self.date(*until_on) })
            }
        };
        Some(text)
    }
}
