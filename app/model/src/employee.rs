//! A person, as lists and searches know them.

use rules::Day;

use crate::EmployeeId;

/// What lists need of a person, derived from their facts; nothing sensitive.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Employee {
    /// Which person.
    pub id: EmployeeId,
    /// The employee number.
    pub number: String,
    /// As people write it.
    pub full_name: String,
    /// The code of the job held, or last held.
    pub job: String,
    /// The manager.
    pub manager: Option<EmployeeId>,
    /// Where they work.
    pub site: Option<String>,
    /// In which country.
    pub country: Option<String>,
    /// In which unit.
    pub unit: Option<String>,
    /// First day of the latest employment.
    pub hired_on: Day,
    /// Last day, inclusive.
    pub left_on: Option<Day>,
}

impl Employee {
    /// The name as both engines sort and search it: folded here, because they fold differently.
    pub fn name_key(&self) -> String {
        fold(&self.full_name)
    }
}

/// Lower case, blanks joined: what names are sorted, searched and matched by.
pub fn fold(name: &str) -> String {
    let words: Vec<String> = name.split_whitespace().map(str::to_lowercase).collect();
    words.join(" ")
}
