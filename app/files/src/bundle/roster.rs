//! Who is in `employees.csv`: the only thing that is kept of everybody while a bundle is read, some 100 bytes each.

use std::collections::HashMap;

use compact_str::CompactString;

/// The most employees that a bundle may have.
const MOST_EMPLOYEES: usize = 10_000_000;
/// The most bytes that their numbers may take.
const MOST_TEXT: usize = 512 << 20;
/// No place: not an employee, or without a manager.
const NOBODY: u32 = u32::MAX;

/// Employee numbers, their order in the file, and who manages whom.
#[derive(Debug, Default)]
pub(crate) struct Roster {
    /// Every number named as an employee's or a manager's, in the order of first sight.
    ids: HashMap<CompactString, u32>,
    text: usize,
    /// For each id, the place among the employees.
    places: Vec<u32>,
    /// For each employee, the manager's id.
    managers: Vec<u32>,
    /// Who was found last: rows of one employee often stand together.
    last: Option<(CompactString, u32)>,
    /// Whether every employee is known: else nobody can be said to be missing.
    pub(crate) complete: bool,
}

/// Whether an employee's manager can be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Reporting {
    /// There is none, or nothing against it.
    Sound,
    /// Not in `employees.csv`.
    ToNobody,
    /// The employee.
    ToSelf,
    /// Reports, over others, to the employee.
    InLoop,
}

impl Roster {
    /// How many employees there are.
    pub(crate) fn len(&self) -> usize {
        self.managers.len()
    }

    /// Takes an employee in, in the order of the file; the place of the first of that number.
    pub(crate) fn enter(&mut self, number: &str, manager: Option<&str>) -> Result<u32, String> {
        let id = self.id(number)?;
        let place = self.managers.len();
        if self.places[id as usize] != NOBODY {
            return Ok(self.places[id as usize]);
        }
        if place == MOST_EMPLOYEES {
            return Err(format!("a bundle has at most {MOST_EMPLOYEES} employees; the rest of the file is not read"));
        }
        let manager = manager.map_or(Ok(NOBODY), |number| self.id(number))?;
        self.places[id as usize] = place as u32;
        self.managers.push(manager);
        Ok(place as u32)
    }

    fn id(&mut self, number: &str) -> Result<u32, String> {
        if let Some(id) = self.ids.get(number) {
            return Ok(*id);
        }
        self.text += number.len();
        if self.text > MOST_TEXT || self.ids.len() == 2 * MOST_EMPLOYEES {
            return Err("too many different employee numbers; the rest of the file is not read".to_owned());
        }
        let id = self.places.len() as u32;
        self.ids.insert(number.into(), id);
        self.places.push(NOBODY);
        Ok(id)
    }

    /// The place of the employee whose row it is, quick where the row before was of the same.
    pub(crate) fn find_again(&mut self, number: &str) -> Option<u32> {
        match &self.last {
            Some((last, place)) if last == number => Some(*place),
            _ => {
                let place = self.find(number)?;
                self.last = Some((number.into(), place));
                Some(place)
            }
        }
    }

    /// The place of the employee of that number.
    fn find(&self, number: &str) -> Option<u32> {
        let id = *self.ids.get(number)?;
        Some(self.places[id as usize]).filter(|place| *place != NOBODY)
    }

    /// Whether nobody has that number, as far as can be told.
    pub(crate) fn lacks(&self, number: &str) -> bool {
        self.complete && self.find(number).is_none()
    }

    /// How it stands with each employee's manager, in linear time.
    pub(crate) fn reporting(&self) -> Vec<Reporting> {
        let manager = |place: usize| match self.managers[place] {
            NOBODY => None,
            id => Some(self.places[id as usize]),
        };
        let judge = |place: usize| match manager(place) {
            None => Reporting::Sound,
            Some(NOBODY) if self.complete => Reporting::ToNobody,
            Some(NOBODY) => Reporting::Sound,
            Some(above) if above as usize == place => Reporting::ToSelf,
            Some(_) => Reporting::Sound,
        };
        let mut standing: Vec<_> = (0..self.len()).map(judge).collect();
        // Each climb goes up until it meets an end, an earlier climb or, in a loop, itself.
        let mut climbed = vec![NOBODY; self.len()];
        for start in 0..self.len() {
            let mut at = start;
            while climbed[at] == NOBODY {
                climbed[at] = start as u32;
                match manager(at) {
                    Some(above) if above != NOBODY && above as usize != at => at = above as usize,
                    _ => break,
                }
                if climbed[at] == start as u32 {
                    mark_loop(&mut standing, at, |place| manager(place).map(|above| above as usize));
                }
            }
        }
        standing
    }
}

fn mark_loop(standing: &mut [Reporting], first: usize, manager: impl Fn(usize) -> Option<usize>) {
    let mut at = first;
    while standing[at] != Reporting::InLoop {
        standing[at] = Reporting::InLoop;
        match manager(at) {
            Some(above) => at = above,
            None => return,
        }
    }
}
