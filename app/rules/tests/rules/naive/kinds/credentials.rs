//! `certification`.

use rules::{CertificationId, CertificationRule, Credential, Day, Standing};

use super::Claims;
use crate::naive::Fault;
use crate::naive::person::Person;

pub(crate) fn holds(person: &Person<'_>, rule: &CertificationRule, claims: Claims, day: Day) -> bool {
    let would_do = would_do(person, rule);
    person
        .facts
        .credentials
        .iter()
        .any(|row| would_do.contains(&row.certification) && in_force(person, row, claims, day))
}

/// The certifications that the rule accepts.
pub(crate) fn would_do(person: &Person<'_>, rule: &CertificationRule) -> Vec<CertificationId> {
    match rule {
        CertificationRule::AnyOf(named) => named.clone(),
        CertificationRule::Family { family, at_least } => {
            let needed = person.catalogue.certification(*at_least).rank;
            let all = person.catalogue.certifications.iter().enumerate();
            let ranked = all.filter(|(_, one)| one.family.as_ref() == Some(family));
            let high = ranked.filter(|(_, one)| one.rank.is_some() && one.rank >= needed);
            high.map(|(at, _)| CertificationId(at as u16)).collect()
        }
    }
}

fn in_force(person: &Person<'_>, row: &Credential, claims: Claims, day: Day) -> bool {
    let counts = match row.standing {
        Standing::Verified => true,
        Standing::Claimed => claims == Claims::Counted || person.makes(Fault::ClaimsCount),
        Standing::RevokedOn(_) if person.makes(Fault::RevokedDayStillCounts) => true,
        Standing::RevokedOn(revoked_on) => day < revoked_on,
    };
    let not_long_revoked = match row.standing {
        Standing::RevokedOn(revoked_on) => day <= revoked_on,
        Standing::Verified | Standing::Claimed => true,
    };
    let validity = person.catalogue.certification(row.certification).validity_months;
    let valid = match (row.expires_on, validity) {
        (Some(expires_on), _) => day < person.after(expires_on),
        (None, Some(months)) => day < person.add_months(row.issued_on, months),
        (None, None) => true,
    };
    counts && not_long_revoked && row.issued_on <= day && valid
}
