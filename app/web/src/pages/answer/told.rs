//! What the parts of the page have in common: the assessment, its criteria, and to whom they are told.

use operations::{Answer, Supposed};
use policy::Sight;
use rules::{Assessment, Criterion, Day, Entry, Finding, Path, TrackVersion};
use words::{Reader, Telling};

use crate::app::App;
use crate::components::tag::Standing;

/// An assessment on its way to a page.
pub(super) struct Told<'a> {
    pub(super) app: &'a App,
    pub(super) answer: &'a Answer,
    pub(super) assessment: &'a Assessment,
    pub(super) supposed: &'a Supposed,
    /// The version that judged.
    pub(super) version: &'a TrackVersion,
    /// The first day of the version that was asked for, where one was.
    pub(super) pinned: Option<Day>,
    pub(super) telling: Telling<'a>,
    /// The criteria whose days gone by are not shown to this reader.
    withheld: Vec<Path>,
}

/// Who reads, as sentences know it.
pub(super) fn reader_of(answer: &Answer) -> Reader<'_> {
    match answer.sight {
        Sight::Own => Reader::Own,
        Sight::Hr | Sight::Line => Reader::Other(&answer.employee.full_name),
    }
}

impl<'a> Told<'a> {
    /// `None` where there is no assessment.
    pub(super) fn new(app: &'a App, answer: &'a Answer, pinned: Option<Day>) -> Option<Told<'a>> {
        let assessment = answer.assessment.as_ref()?;
        let versions = &answer.ladder.track(answer.track).versions;
        let version = versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from)?;
        let reader = reader_of(answer);
        let telling = Telling { ladder: &answer.ladder, version, reader, as_of: assessment.as_of, cut_off: None };
        let withheld = answer.sight.withheld(assessment);
        Some(Told { app, answer, assessment, supposed: &answer.supposed, version, pinned, telling, withheld })
    }

    /// "Promotion to Team Lead".
    pub(super) fn title(&self) -> String {
        self.app.words.answer_title(self.version.kind.code(), self.telling.job().to_owned())
    }

    /// Title and address of the person's page.
    pub(super) fn record(&self) -> (String, String) {
        let employee = &self.answer.employee;
        (employee.full_name.clone(), format!("/people/{}", employee.number))
    }

    /// Where this answer is, under the version in force or one that is named.
    pub(super) fn address(&self, version: Option<Day>) -> String {
        let (number, track) = (&self.answer.employee.number, &self.answer.ladder.track(self.answer.track).code);
        let version = version.map_or_else(String::new, |day| format!("?version={day}"));
        format!("/people/{number}/tracks/{track}{version}")
    }

    /// The title of the job held, or last held.
    pub(super) fn job_held(&self) -> String {
        let held = &self.answer.employee.job;
        let job = self.answer.ladder.catalogue.jobs.iter().find(|job| job.code == held.as_str());
        job.map_or_else(|| held.clone(), |job| job.title().to_owned())
    }

    /// The findings of the track's own criteria.
    pub(super) fn top_level(&self) -> impl Iterator<Item = &'a Finding> {
        self.assessment.findings.iter().filter(|finding| finding.path.is_top_level())
    }

    /// The findings of the parts of a group.
    pub(super) fn parts(&self, of: &Finding) -> impl Iterator<Item = &'a Finding> {
        let group = of.path.positions().to_vec();
        self.assessment.findings.iter().filter(move |finding| {
            let positions = finding.path.positions();
            positions.len() == group.len() + 1 && positions.starts_with(&group)
        })
    }

    /// The criterion of a finding.
    pub(super) fn criterion(&self, finding: &Finding) -> Option<&'a Criterion> {
        self.version.criterion(&finding.path)
    }

    /// Its rule as a heading.
    pub(super) fn heading(&self, finding: &Finding) -> String {
        let heading = |criterion| self.app.words.heading(self.telling.ladder, criterion);
        self.criterion(finding).map_or_else(String::new, heading)
    }

    /// Where on the page a finding is explained.
    pub(super) fn anchor(finding: &Finding) -> String {
        match &finding.id {
            Some(id) => format!("criterion-{id}"),
            None => format!("criterion-{}", finding.path.to_string().replace('.', "-")),
        }
    }

    /// How a finding stands.
    pub(super) fn standing(&self, finding: &Finding) -> Standing {
        Standing::of_criterion(&self.app.words, finding, self.assessment.as_of)
    }

    /// Whether the days gone by of a criterion are left out.
    pub(super) fn is_withheld(&self, finding: &Finding) -> bool {
        self.withheld.contains(&finding.path)
    }

    /// Whether days gone by of some criterion are left out, and of all together with it.
    pub(super) fn withholds(&self) -> bool {
        !self.withheld.is_empty()
    }
}
