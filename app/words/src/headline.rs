//! A track's answer in a line.

use rules::{Assessment, Criterion, Day, NotApplicableReason, Path, Status, Where};

use crate::list::Join;
use crate::message::{or_none, say};
use crate::{English, Telling};

impl English {
    /// "Not yet: from 1 Feb 2027 if nothing changes". What would be if claims were verified, or what is not known
    /// held, follows where it differs.
    pub fn headline(&self, telling: &Telling<'_>, assessment: &Assessment) -> String {
        let decision = &assessment.decision;
        let differs = |day: Option<Day>, from: &[Option<Day>]| {
            or_none(day.filter(|_| !from.contains(&day)).map(|day| self.date(day)))
        };
        let earliest = decision.earliest_on;
        let verified = differs(decision.earliest_on_if_verified, &[earliest]);
        let known = differs(decision.earliest_on_if_known, &[earliest, decision.earliest_on_if_verified]);
        match decision.status {
            Status::Eligible => {
                let since = self.date(decision.eligible_since.unwrap_or(assessment.as_of));
                say!(self, HeadlineEligible { since, until: self.until(decision.lapses_on) })
            }
            Status::OnCourse => {
                let on = self.date(earliest.unwrap_or(Day::FOREVER));
                say!(self, HeadlineOnCourse { on, verified, known })
            }
            Status::CannotTell => {
                let criteria = self.all_asked(telling.ladder, Join::And, unknown_leaves(telling, assessment));
                say!(self, HeadlineCannotTell { criteria, verified, known })
            }
            Status::NeedsAction => {
                say!(self, HeadlineNeedsAction { criteria: self.criteria_at(telling, &assessment.binding) })
            }
            Status::NotApplicable => {
                self.not_applicable_headline(telling, decision.reason.unwrap_or(NotApplicableReason::OutsideWhere))
            }
        }
    }

    fn not_applicable_headline(&self, telling: &Telling<'_>, reason: NotApplicableReason) -> String {
        let Telling { ladder, version, reader, as_of, .. } = *telling;
        let (reader, name, on) = (reader.code(), reader.name(), self.date(as_of));
        match reason {
            NotApplicableReason::NotEmployed => say!(self, HeadlineNotEmployed { reader, name, on }),
            NotApplicableReason::NotInFromJob => {
                let jobs = self.jobs(ladder, Join::Or, &version.from);
                say!(self, HeadlineNotInFromJob { jobs, job: telling.job(), reader, name, on })
            }
            NotApplicableReason::OutsideWhere => {
                say!(self, HeadlineOutsideWhere { limits: self.limits(&version.limits), reader, name })
            }
        }
    }

    /// Whom a track is for: "the site Cebu or Manila and work on site". Empty where it is for all.
    pub fn limits(&self, limits: &Where) -> String {
        let list = |items: Vec<String>| self.list(Join::Or, items);
        let texts = |texts: &Vec<_>| list(texts.iter().map(ToString::to_string).collect());
        let site = limits.site.as_ref().map(|sites| say!(self, LimitSite { list: texts(sites) }));
        let country = limits.country.as_ref().map(|countries| say!(self, LimitCountry { list: texts(countries) }));
        let unit = limits.unit.as_ref().map(|units| say!(self, LimitUnit { list: texts(units) }));
        let work_mode = limits.work_mode.as_ref().map(|modes| {
            let modes = modes.iter().map(|&mode| self.work_mode(mode)).collect();
            say!(self, LimitWorkMode { list: list(modes) })
        });
        self.list(Join::And, [site, country, unit, work_mode].into_iter().flatten())
    }

    /// The criteria at these paths, within a sentence.
    pub(crate) fn criteria_at(&self, telling: &Telling<'_>, paths: &[Path]) -> String {
        let criteria = paths.iter().filter_map(|path| telling.version.criterion(path));
        self.all_asked(telling.ladder, Join::And, criteria)
    }
}

/// The leaves that are unknown, but for those in a group that is met without them.
fn unknown_leaves<'a>(telling: &Telling<'a>, assessment: &Assessment) -> Vec<&'a Criterion> {
    let findings = &assessment.findings;
    let settled = |leaf: &Path| {
        let above = |group: &Path| leaf.positions().starts_with(group.positions());
        findings.iter().any(|finding| finding.state.is_met() && above(&finding.path))
    };
    let unknown = findings.iter().filter(|finding| finding.state.is_unknown() && !settled(&finding.path));
    let criteria = unknown.filter_map(|finding| telling.version.criterion(&finding.path));
    criteria.filter(|criterion| criterion.rule.parts().is_empty()).collect()
}
