//! `certifications.csv`, `languages.csv` and `trainings.csv`: what a person has earned, or is about to.

use rules::{
    Basis, CertificationId, CourseId, Credential, Day, Entry, Ladder, LanguageTag, Level, Proficiency, Standing,
    Training, TrainingStatus,
};

use crate::CredentialRow;
use crate::bundle::columns::{Column, File, certifications, languages, trainings};
use crate::bundle::problems::shown;
use crate::bundle::row::Row;
use crate::bundle::sheet::{Cells, Known, Sheet, lists};

impl Sheet for CredentialRow {
    const FILE: File = File::Certifications;
    const KEY: (Column, &'static str) = (certifications::issued_on, "certification and issued_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[certifications::certification], &[certifications::issued_on]];
    type Key<'a> = (CertificationId, Day);
    lists!(credentials);

    fn key(&self) -> (CertificationId, Day) {
        (self.credential.certification, self.credential.issued_on)
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<CredentialRow> {
        let certification = row.code(certifications::certification, &known.codes.certifications);
        let issued_on = row.value(certifications::issued_on);
        let expires_on = row.end(certifications::expires_on, issued_on);
        let status = row.choice(certifications::status, &["verified", "claimed", "revoked"], |status| status);
        let said = row.peek(certifications::revoked_on).is_some();
        let revoked_on = row.end(certifications::revoked_on, issued_on);
        let standing = match (status.unwrap_or("verified"), revoked_on) {
            ("revoked", Some(day)) => Standing::RevokedOn(day),
            ("claimed", None) => Standing::Claimed,
            _ => Standing::Verified,
        };
        if status == Some("revoked") && !said {
            row.refuse(certifications::revoked_on, "a revoked certification needs the first day without it");
        } else if status != Some("revoked") && revoked_on.is_some() {
            row.refuse(certifications::revoked_on, "only where the status is revoked");
        }
        let credential_id = row.text(certifications::credential_id).map(Into::into);
        let evidence_url = row.text(certifications::evidence_url).map(Into::into);
        let credential = Credential { certification: certification?, issued_on: issued_on?, expires_on, standing };
        Some(CredentialRow { credential, credential_id, evidence_url })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        let credential = &self.credential;
        let (status, revoked_on) = match credential.standing {
            Standing::Verified => ("verified", None),
            Standing::Claimed => ("claimed", None),
            Standing::RevokedOn(day) => ("revoked", Some(day)),
        };
        cells.put(certifications::certification, ladder.catalogue.certification(credential.certification).code());
        cells.put(certifications::issued_on, credential.issued_on);
        cells.put_some(certifications::expires_on, credential.expires_on);
        cells.put(certifications::status, status);
        cells.put_some(certifications::revoked_on, revoked_on);
        cells.put_some(certifications::credential_id, self.credential_id.as_ref());
        cells.put_some(certifications::evidence_url, self.evidence_url.as_ref());
    }
}

impl Sheet for Proficiency {
    const FILE: File = File::Languages;
    const KEY: (Column, &'static str) = (languages::assessed_on, "language and assessed_on");
    const KEY_COLUMNS: &'static [&'static [Column]] = &[&[languages::language], &[languages::assessed_on]];
    type Key<'a> = (&'a LanguageTag, Day);
    lists!(proficiencies);

    fn key(&self) -> (&LanguageTag, Day) {
        (&self.language, self.assessed_on)
    }

    fn read(row: &mut Row<'_>, _: &Known<'_>) -> Option<Proficiency> {
        let language = row.read(languages::language, |text| {
            let wrong = || format!("a language is a BCP 47 tag, as in hi or pt-BR, not {}", shown(text));
            LanguageTag::new(text).ok_or_else(wrong)
        });
        let level = row.choice(languages::level, Level::ALL, Level::code);
        let assessed_on = row.value(languages::assessed_on);
        let expires_on = row.end(languages::expires_on, assessed_on);
        let basis = row.choice(languages::status, Basis::ALL, Basis::code).unwrap_or(Basis::Verified);
        Some(Proficiency { language: language?, level: level?, assessed_on: assessed_on?, expires_on, basis })
    }

    fn write(&self, cells: &mut Cells, _: &Ladder) {
        cells.put(languages::language, self.language.as_str());
        cells.put(languages::level, self.level);
        cells.put(languages::assessed_on, self.assessed_on);
        cells.put_some(languages::expires_on, self.expires_on);
        cells.put(languages::status, self.basis);
    }
}

impl Sheet for Training {
    const FILE: File = File::Trainings;
    const KEY: (Column, &'static str) = (trainings::course, "course and completed_on, else planned_on");
    const KEY_COLUMNS: &'static [&'static [Column]] =
        &[&[trainings::course], &[trainings::completed_on, trainings::planned_on]];
    type Key<'a> = (CourseId, Option<Day>);
    lists!(trainings);

    fn key(&self) -> (CourseId, Option<Day>) {
        (self.course, self.status.day())
    }

    fn read(row: &mut Row<'_>, known: &Known<'_>) -> Option<Training> {
        let course = row.code(trainings::course, &known.codes.courses);
        let status = row.choice(trainings::status, &["completed", "enrolled", "withdrawn"], |status| status);
        let completed_on: Option<Day> = row.value(trainings::completed_on);
        let planned_on: Option<Day> = row.value(trainings::planned_on);
        let score = row.value(trainings::score);
        let needed = match status? {
            "completed" => trainings::completed_on,
            "enrolled" => trainings::planned_on,
            _ => trainings::status,
        };
        if row.peek(needed).is_none() {
            row.refuse(needed, format!("needed where the status is {}", status?));
        }
        if status != Some("completed") && completed_on.is_some() {
            row.refuse(trainings::completed_on, format!("must be empty where the status is {}", status?));
        }
        let status = match status? {
            "completed" => TrainingStatus::CompletedOn(completed_on?),
            "enrolled" => TrainingStatus::PlannedOn(planned_on?),
            _ => TrainingStatus::Withdrawn(planned_on),
        };
        Some(Training { course: course?, status, score })
    }

    fn write(&self, cells: &mut Cells, ladder: &Ladder) {
        let (status, completed_on, planned_on) = match self.status {
            TrainingStatus::CompletedOn(day) => ("completed", Some(day), None),
            TrainingStatus::PlannedOn(day) => ("enrolled", None, Some(day)),
            TrainingStatus::Withdrawn(day) => ("withdrawn", None, day),
        };
        cells.put(trainings::course, ladder.catalogue.course(self.course).code());
        cells.put(trainings::status, status);
        cells.put_some(trainings::completed_on, completed_on);
        cells.put_some(trainings::planned_on, planned_on);
        cells.put_some(trainings::score, self.score);
    }
}
