//! `certification`: a credential in force.

use super::{Claims, Lead, Leaf, Question};
use crate::assessment::{Evidence, HeldCredential, HeldStanding, Measure, Step};
use crate::day::Day;
use crate::facts::{Credential, Standing};
use crate::few;
use crate::known::Known;
use crate::ladder::{Catalogue, CertificationId, CertificationRule};
use crate::timeline::{Span, Timeline};

/// What a certification or course takes where the catalogue does not say.
pub(super) const USUAL_LEAD_DAYS: u32 = 30;

pub(crate) struct Certified<'l> {
    /// Those that would do.
    would_do: Vec<CertificationId>,
    catalogue: &'l Catalogue,
}

impl<'l> Certified<'l> {
    pub(crate) fn new(rule: &CertificationRule, catalogue: &'l Catalogue) -> Certified<'l> {
        let would_do = match rule {
            CertificationRule::AnyOf(any_of) => any_of.clone(),
            CertificationRule::Family { family, at_least } => {
                let needed = catalogue.certification(*at_least).rank;
                let reaches = |rank: Option<u32>| rank.is_some() && rank >= needed;
                (0..catalogue.certifications.len() as u16)
                    .map(CertificationId)
                    .filter(|id| {
                        let certification = catalogue.certification(*id);
                        certification.family.as_ref() == Some(family) && reaches(certification.rank)
                    })
                    .collect()
            }
        };
        Certified { would_do, catalogue }
    }

    /// The credentials known that would do.
    fn credentials<'k>(&'k self, known: &'k Known<'_>) -> impl Iterator<Item = &'k Credential> {
        known
            .facts
            .credentials
            .iter()
            .filter(|row| known.had_begun(row.issued_on) && self.would_do.contains(&row.certification))
    }

    /// The days on which a credential is in force, taken as verified.
    fn in_force(&self, known: &Known<'_>, row: &Credential) -> Option<Span> {
        let validity = self.catalogue.certification(row.certification).validity_months;
        let expiry = match (row.expires_on, validity) {
            (Some(expires_on), _) => expires_on.next(),
            (None, Some(months)) => row.issued_on.plus_months(months),
            (None, None) => Day::FOREVER,
        };
        let revoked_on = revoked_on(known, row).unwrap_or(Day::FOREVER);
        Span::new(row.issued_on, expiry.min(revoked_on))
    }

    fn lead_days(&self, id: CertificationId) -> u32 {
        self.catalogue.certification(id).lead_days.unwrap_or(USUAL_LEAD_DAYS)
    }
}

fn revoked_on(known: &Known<'_>, row: &Credential) -> Option<Day> {
    match row.standing {
        Standing::RevokedOn(day) => known.happened(Some(day)),
        Standing::Verified | Standing::Claimed => None,
    }
}

impl Leaf for Certified<'_> {
    fn timeline(&self, known: &Known<'_>, question: Question) -> Timeline {
        self.credentials(known)
            .filter(|row| question.claims == Claims::Counted || row.standing != Standing::Claimed)
            .filter_map(|row| self.in_force(known, row))
            .collect()
    }

    fn has_claims(&self, known: &Known<'_>) -> bool {
        self.credentials(known).any(|row| row.standing == Standing::Claimed)
    }

    fn measure(&self, known: &Known<'_>) -> Measure {
        let held = self.credentials(known).filter(|row| row.issued_on <= known.as_of).map(|row| {
            let end = self.in_force(known, row).map_or(Some(row.issued_on), Span::end);
            let in_force = end.is_none_or(|end| end > known.as_of);
            let standing = match row.standing {
                Standing::Claimed => HeldStanding::Claimed,
                _ if in_force => HeldStanding::InForce,
                _ if revoked_on(known, row).is_some_and(|day| end == Some(day)) => HeldStanding::Revoked,
                Standing::Verified | Standing::RevokedOn(_) => HeldStanding::Expired,
            };
            HeldCredential { certification: row.certification, issued_on: row.issued_on, until: end, standing }
        });
        let best = held.max_by_key(|held| {
            let until = held.until.unwrap_or(Day::FOREVER);
            let in_force = until > known.as_of;
            let verified = held.standing != HeldStanding::Claimed;
            (in_force && verified, in_force, until, held.issued_on)
        });
        Measure::Certification { held: best }
    }

    fn evidence(&self, known: &Known<'_>) -> Vec<Evidence> {
        self.credentials(known)
            .map(|row| Evidence::Certification {
                certification: row.certification,
                issued_on: row.issued_on,
                expires_on: row.expires_on,
                revoked_on: revoked_on(known, row),
                claimed: row.standing == Standing::Claimed,
            })
            .collect()
    }

    fn lead(&self, _known: &Known<'_>) -> Option<Lead> {
        let days = self.would_do.iter().map(|id| self.lead_days(*id)).min()?;
        let mut any_of = self.would_do.clone();
        few::sort(&mut any_of, |a, b| self.lead_days(*a) < self.lead_days(*b));
        Some(Lead { days, step: Step::Certification { any_of } })
    }
}
