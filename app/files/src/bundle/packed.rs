//! Rows as few bytes, for staging. Nothing here outlives the run that wrote it: it is no file format.

use compact_str::CompactString;
use rules::{
    ActivityEvent, ActivityId, Assessor, Assignment, Basis, CertificationId, ConductAction, CourseId, Credential, Day,
    Decimal, Employment, EmploymentKind, JobId, LanguageTag, Leave, Level, MetricId, Month, MonthlyResult, Place,
    Proficiency, Review, SkillAssessment, SkillId, Standing, TrackId, Training, TrainingStatus, Waiver, WorkMode,
};

use crate::{AssignmentRow, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow};

/// What can be staged: written as bytes and read back the same.
pub(crate) trait Packed: Sized {
    fn pack(&self, into: &mut Vec<u8>);
    /// Takes its bytes from the front; `None` where they are not what `pack` wrote.
    fn unpack(from: &mut &[u8]) -> Option<Self>;
}

impl Packed for u64 {
    /// Seven bits a byte, the lowest first.
    fn pack(&self, into: &mut Vec<u8>) {
        let mut rest = *self;
        while rest >= 0x80 {
            into.push(rest as u8 | 0x80);
            rest >>= 7;
        }
        into.push(rest as u8);
    }

    fn unpack(from: &mut &[u8]) -> Option<u64> {
        let mut value = 0;
        for shift in (0..64).step_by(7) {
            let (byte, rest) = from.split_first()?;
            *from = rest;
            value |= u64::from(byte & 0x7F) << shift;
            if byte & 0x80 == 0 {
                return Some(value);
            }
        }
        None
    }
}

/// A type that is packed as another.
macro_rules! packed_as {
    ($($type:ty: $other:ty, |$value:ident| $to:expr, |$packed:ident| $from:expr;)+) => {
        $(impl Packed for $type {
            fn pack(&self, into: &mut Vec<u8>) {
                let $value = self;
                <$other>::pack(&$to, into);
            }

            fn unpack(from: &mut &[u8]) -> Option<$type> {
                let $packed = <$other>::unpack(from)?;
                $from
            }
        })+
    };
}

/// The first month there is.
fn first_month() -> Month {
    Day::FIRST.month()
}

packed_as! {
    u32: u64, |number| u64::from(*number), |packed| packed.try_into().ok();
    u16: u64, |number| u64::from(*number), |packed| packed.try_into().ok();
    u8: u64, |number| u64::from(*number), |packed| packed.try_into().ok();
    i32: u64, |number| *number as u32 as u64, |packed| Some(u32::try_from(packed).ok()? as i32);
    bool: u64, |yes| u64::from(*yes), |packed| Some(packed == 1);
    Day: i32, |day| Day::FIRST.days_until(*day), |packed| Some(Day::FIRST.plus_days(packed));
    Month: i32, |month| first_month().months_until(*month), |packed| Some(first_month().plus(packed));
    Decimal: u64, |number| zigzag(number.units()), |packed| Some(Decimal::from_units(unzigzag(packed)));
    JobId: u16, |id| id.0, |packed| Some(JobId(packed));
    CertificationId: u16, |id| id.0, |packed| Some(CertificationId(packed));
    CourseId: u16, |id| id.0, |packed| Some(CourseId(packed));
    MetricId: u16, |id| id.0, |packed| Some(MetricId(packed));
    SkillId: u16, |id| id.0, |packed| Some(SkillId(packed));
    ActivityId: u16, |id| id.0, |packed| Some(ActivityId(packed));
    TrackId: u16, |id| id.0, |packed| Some(TrackId(packed));
    EmploymentKind: u8, |choice| *choice as u8, |packed| EmploymentKind::ALL.get(usize::from(packed)).copied();
    WorkMode: u8, |choice| *choice as u8, |packed| WorkMode::ALL.get(usize::from(packed)).copied();
    Level: u8, |choice| *choice as u8, |packed| Level::ALL.get(usize::from(packed)).copied();
    Assessor: u8, |choice| *choice as u8, |packed| Assessor::ALL.get(usize::from(packed)).copied();
    Basis: u8, |choice| *choice as u8, |packed| Basis::ALL.get(usize::from(packed)).copied();
    LanguageTag: CompactString, |tag| CompactString::new(tag.as_str()), |packed| LanguageTag::new(&packed);
    Standing: (u8, Option<Day>),
        |standing| match *standing {
            Standing::Verified => (0, None),
            Standing::Claimed => (1, None),
            Standing::RevokedOn(day) => (2, Some(day)),
        },
        |packed| match packed {
            (0, None) => Some(Standing::Verified),
            (1, None) => Some(Standing::Claimed),
            (_, day) => day.map(Standing::RevokedOn),
        };
    TrainingStatus: (u8, Option<Day>),
        |status| match *status {
            TrainingStatus::CompletedOn(day) => (0, Some(day)),
            TrainingStatus::PlannedOn(day) => (1, Some(day)),
            TrainingStatus::Withdrawn(day) => (2, day),
        },
        |packed| match packed {
            (0, day) => day.map(TrainingStatus::CompletedOn),
            (1, day) => day.map(TrainingStatus::PlannedOn),
            (_, day) => Some(TrainingStatus::Withdrawn(day)),
        };
}

/// Small numbers of either sign as small numbers.
fn zigzag(number: i64) -> u64 {
    (number << 1 ^ number >> 63) as u64
}

fn unzigzag(packed: u64) -> i64 {
    (packed >> 1) as i64 ^ -((packed & 1) as i64)
}

impl<A: Packed, B: Packed> Packed for (A, B) {
    fn pack(&self, into: &mut Vec<u8>) {
        self.0.pack(into);
        self.1.pack(into);
    }

    fn unpack(from: &mut &[u8]) -> Option<(A, B)> {
        Some((A::unpack(from)?, B::unpack(from)?))
    }
}

impl<T: Packed> Packed for Option<T> {
    fn pack(&self, into: &mut Vec<u8>) {
        into.push(u8::from(self.is_some()));
        if let Some(value) = self {
            value.pack(into);
        }
    }

    fn unpack(from: &mut &[u8]) -> Option<Option<T>> {
        Some(if bool::unpack(from)? { Some(T::unpack(from)?) } else { None })
    }
}

/// A text: its length, then its bytes.
macro_rules! packed_text {
    ($($type:ty),+) => {
        $(impl Packed for $type {
            fn pack(&self, into: &mut Vec<u8>) {
                (self.len() as u64).pack(into);
                into.extend_from_slice(self.as_bytes());
            }

            fn unpack(from: &mut &[u8]) -> Option<$type> {
                let length = usize::try_from(u64::unpack(from)?).ok()?;
                let (text, rest) = from.split_at_checked(length)?;
                *from = rest;
                Some(std::str::from_utf8(text).ok()?.into())
            }
        })+
    };
}

packed_text!(String, CompactString);

/// A struct: its fields, one after another.
macro_rules! packed_fields {
    ($($type:ident { $($field:ident),+ })+) => {
        $(impl Packed for $type {
            fn pack(&self, into: &mut Vec<u8>) {
                let $type { $($field),+ } = self;
                $($field.pack(into);)+
            }

            fn unpack(from: &mut &[u8]) -> Option<$type> {
                $(let $field = Packed::unpack(from)?;)+
                Some($type { $($field),+ })
            }
        })+
    };
}

packed_fields! {
    Employee {
        employee_number, full_name, email, hired_on, service_date, left_on, job, job_started_on, manager_number, place,
        employment, annual_pay, currency, gender, birth_year
    }
    Place { site, country, unit, work_mode }
    EmploymentRow { employment, work_mode }
    Employment { hired_on, left_on, kind }
    AssignmentRow { assignment, manager_number, site, unit }
    Assignment { job, started_on, ended_on }
    LeaveRow { kind, leave }
    Leave { started_on, ended_on, counts_toward_tenure }
    CredentialRow { credential, credential_id, evidence_url }
    Credential { certification, issued_on, expires_on, standing }
    Proficiency { language, level, assessed_on, expires_on, basis }
    Training { course, status, score }
    MonthlyResult { metric, month, value, sample }
    Review { reviewed_on, rating }
    SkillAssessment { skill, assessor, assessed_on, level }
    ActivityEvent { activity, occurred_on, count }
    ConductRow { kind, action }
    ConductAction { issued_on, closed_on }
    Waiver { track, criterion, from_on, until_on }
}
