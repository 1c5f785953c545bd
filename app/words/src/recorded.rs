//! One row of the record in a line, as it is picked for a case: what it is, of when, and how much.

use model::{Body, Fact, FactKind};
use rules::{Day, Entry, Ladder, LanguageTag, Month};

use crate::English;

/// A column that has nothing in it.
const NONE: &str = "none";

impl English {
    /// "Six Sigma Green Belt, issued on 4 May 2025". What the catalogue has no title for goes by its code.
    pub fn recorded(&self, ladder: &Ladder, fact: &Fact) -> String {
        let (catalogue, row) = (&ladder.catalogue, Row { words: self, body: &fact.body });
        match fact.kind {
            FactKind::Assignment => {
                let job = row.title(&catalogue.jobs, "job");
                self.recorded_assignment(job, row.day("started_on"), row.day("ended_on"))
            }
            FactKind::Certification => {
                let title = row.title(&catalogue.certifications, "certification");
                let until = match row.value("revoked_on") {
                    NONE => row.day("expires_on"),
                    _ => row.day("revoked_on"),
                };
                self.recorded_certification(title, row.day("issued_on"), until, row.value("status").to_owned())
            }
            FactKind::Language => {
                let tag = row.value("language");
                let language = LanguageTag::new(tag).map_or_else(|| tag.to_owned(), |tag| self.language(&tag));
                self.recorded_language(language, row.value("level").to_owned(), row.day("assessed_on"))
            }
            FactKind::Training => {
                let status = row.value("status");
                let on = row.day(if status == "completed" { "completed_on" } else { "planned_on" });
                self.recorded_training(row.title(&catalogue.courses, "course"), status.to_owned(), on)
            }
            FactKind::Metric => {
                let month = row.value("month");
                let month = month.parse::<Month>().map_or_else(|_| month.to_owned(), |month| self.month(month));
                self.recorded_metric(row.title(&catalogue.metrics, "metric"), row.value("value").to_owned(), month)
            }
            FactKind::Review => self.recorded_review(row.day("reviewed_on"), row.value("rating").to_owned()),
            FactKind::Skill => {
                let (title, level) = (row.title(&catalogue.skills, "skill"), row.value("level").to_owned());
                self.recorded_skill(title, level, row.value("assessor").to_owned(), row.day("assessed_on"))
            }
            FactKind::Activity => {
                let title = row.title(&catalogue.activities, "activity");
                self.recorded_activity(title, row.day("occurred_on"), row.value("count").parse().unwrap_or(1_u32))
            }
            FactKind::Employee
            | FactKind::Pay
            | FactKind::Identity
            | FactKind::Employment
            | FactKind::Leave
            | FactKind::Conduct
            | FactKind::Waiver => self.recorded_other(fact.kind.code()),
        }
    }
}

struct Row<'a> {
    words: &'a English,
    body: &'a Body,
}

impl<'a> Row<'a> {
    fn value(&self, column: &str) -> &'a str {
        self.body.get(column).map(String::as_str).filter(|value| !value.is_empty()).unwrap_or(NONE)
    }

    fn day(&self, column: &str) -> String {
        let value = self.value(column);
        value.parse::<Day>().map_or_else(|_| value.to_owned(), |day| self.words.date(day))
    }

    fn title(&self, entries: &[impl Entry], column: &str) -> String {
        let code = self.value(column);
        entries.iter().find(|entry| entry.code() == code).map_or(code, |entry| entry.title()).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use rules::{Catalogue, Certification, Course};

    use super::*;

    fn told(kind: FactKind, columns: &[(&str, &str)]) -> String {
        let certification = Certification {
            code: "green_belt".into(),
            title: "Six Sigma Green Belt".to_owned(),
            issuer: None,
            family: None,
            rank: None,
            validity_months: None,
            lead_days: None,
        };
        let course = Course { code: "coach".into(), title: "Coaching".to_owned(), lead_days: None };
        let catalogue = Catalogue { certifications: vec![certification], courses: vec![course], ..Default::default() };
        let ladder = Ladder { catalogue, ..Ladder::default() };
        let body = columns.iter().map(|(column, value)| ((*column).to_owned(), (*value).to_owned())).collect();
        let text = English::new().recorded(&ladder, &Fact { kind, key: String::new(), body });
        text.replace(['\u{2068}', '\u{2069}', '\u{a0}'], " ").split_whitespace().collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_row_is_told_by_title_and_day_and_what_is_empty_is_left_out() {
        let belt = [("certification", "green_belt"), ("issued_on", "2025-05-04")];
        assert_eq!(told(FactKind::Certification, &belt), "Six Sigma Green Belt, issued on 4 May 2025");
        let claimed = [
            ("certification", "green_belt"),
            ("issued_on", "2025-05-04"),
            ("expires_on", "2027-05-03"),
            ("status", "claimed"),
        ];
        assert_eq!(
            told(FactKind::Certification, &claimed),
            "Six Sigma Green Belt, issued on 4 May 2025, until 3 May 2027 (not verified)"
        );
        let done = [("course", "coach"), ("status", "completed"), ("completed_on", "2026-01-09")];
        assert_eq!(told(FactKind::Training, &done), "Coaching, completed on 9 Jan 2026");
        let often = [("activity", "mentoring"), ("occurred_on", "2026-03-01"), ("count", "3")];
        assert_eq!(
            told(FactKind::Activity, &often),
            "mentoring, on 1 Mar 2026, 3 times",
            "by its code without a title"
        );
        let once = [("activity", "mentoring"), ("occurred_on", "2026-03-01"), ("count", "1")];
        assert_eq!(told(FactKind::Activity, &once), "mentoring, on 1 Mar 2026");
        let tongue = [("language", "pt-BR"), ("level", "B2"), ("assessed_on", "2026-03-01")];
        assert_eq!(told(FactKind::Language, &tongue), "Portuguese (BR) at B2, assessed on 1 Mar 2026");
        let month = [("metric", "csat"), ("month", "2026-03"), ("value", "91.5")];
        assert_eq!(told(FactKind::Metric, &month), "csat: 91.5 in Mar 2026");
    }
}
