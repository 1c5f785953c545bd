//! A page of people: who is looked for, in which order, and after whom.

use model::{Employee, Standing, fold};
use rules::Day;
use uuid::Uuid;

/// Sorts after every name that text can hold.
pub(crate) const LAST: &str = "\u{10FFFF}\u{10FFFF}";

/// Which people: those after the last one seen, and what is looked for.
#[derive(Clone, Copy, Debug, Default)]
pub struct Page<'a> {
    /// What is looked for.
    pub sought: Sought<'a>,
    /// In which order.
    pub order: Order<'a>,
    /// The last one seen.
    pub after: Option<After<'a>>,
    /// At most so many.
    pub limit: u32,
}

/// What people are looked for by.
#[derive(Clone, Copy, Debug, Default)]
pub struct Sought<'a> {
    /// What names begin with, as a person types it.
    pub text: &'a str,
    /// Only of that site.
    pub site: Option<&'a str>,
    /// Only in that job.
    pub job: Option<&'a str>,
    /// Only those to whom that track applies.
    pub track: Option<&'a str>,
    /// Only those who stand so, on that track or on any.
    pub standing: Option<Standing>,
}

/// In which order people come; those who are alike in it by name, and then by id.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order<'a> {
    /// By name.
    #[default]
    Name,
    /// By the code of the job held.
    Job,
    /// Who was hired first comes first.
    HiredOn,
    /// By the day since which, or on which, they are eligible on a track; only those to whom it applies.
    DueOn(&'a str),
}

/// The last one seen, by all that lists are in order of.
#[derive(Clone, Copy, Debug)]
pub struct After<'a> {
    /// The person.
    pub employee: &'a Employee,
    /// The day of [`Order::DueOn`], where there is one.
    pub due_on: Option<Day>,
}

impl Sought<'_> {
    /// The first name key that fits.
    pub(crate) fn from(&self) -> String {
        fold(self.text)
    }

    /// What sorts after every name key that fits.
    pub(crate) fn to(&self) -> String {
        fold(self.text) + LAST
    }

    /// The track that the list is about.
    pub(crate) fn on_track(&self, order: Order<'_>) -> Option<String> {
        match order {
            Order::DueOn(track) => Some(track.to_owned()),
            Order::Name | Order::Job | Order::HiredOn => self.track.map(str::to_owned),
        }
    }
}

impl Page<'_> {
    /// The name key and the id that it begins after.
    pub(crate) fn start(&self) -> (String, Uuid) {
        match self.after {
            Some(After { employee, .. }) => (employee.name_key(), employee.id.0),
            // Before whoever bears the very name that is looked for; other orders have their own first key.
            None => (if self.order == Order::Name { self.sought.from() } else { String::new() }, Uuid::nil()),
        }
    }

    /// Whether no more is asked than what the page of a scope by name can say.
    pub(crate) fn is_by_name_alone(&self) -> bool {
        self.order == Order::Name && self.sought.track.is_none() && self.sought.standing.is_none()
    }
}
