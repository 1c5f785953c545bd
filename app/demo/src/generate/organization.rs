//! Who reports to whom, in a company of any size, by arithmetic alone: no table is kept, so that the millionth person
//! costs what the first does.
//!
//! The company is cut into branches of about 130: an operations manager, staff, and teams of a lead and 10 to 15
//! representatives. Operations managers report to operations managers, eight to one. Every thirteenth employee on file
//! has left; leavers keep the lead they last had.

use super::dice::Dice;

const ONE_IN_LEFT: u64 = 13;
const BRANCH: u64 = 130;
const MANAGERS_TO_ONE: u64 = 8;
/// A team with its lead, before neighbors trade up to two people.
const TEAM: std::ops::RangeInclusive<u64> = 13..=14;

/// A number of people cut into parts whose sizes differ by one at most.
#[derive(Clone, Copy)]
struct Shares {
    people: u64,
    parts: u64,
}

impl Shares {
    fn start(self, part: u64) -> u64 {
        part * self.people / self.parts
    }

    fn part_of(self, place: u64) -> u64 {
        ((place + 1) * self.parts - 1) / self.people
    }
}

/// What kind of work somebody does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Post {
    /// Runs a branch.
    OperationsManager,
    /// Works beside the teams; the number decides as what.
    Staff(u64),
    /// Leads a team.
    TeamLead,
    /// Serves customers.
    Representative,
}

/// Where somebody stands. People are counted from 0, in the order of their employee numbers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Position {
    pub(super) post: Post,
    pub(super) branch: u64,
    pub(super) team: u64,
    pub(super) manager: Option<u64>,
    pub(super) left: bool,
}

/// A company of a size.
#[derive(Clone, Copy)]
pub(super) struct Organization {
    seed: u64,
    branches: Shares,
}

impl Organization {
    pub(super) fn new(employees: u64, seed: u64) -> Organization {
        let staffed = employees - employees / ONE_IN_LEFT;
        let parts = ((staffed + BRANCH / 2) / BRANCH).max(1);
        Organization { seed, branches: Shares { people: staffed, parts } }
    }

    /// Where the person of that number stands.
    pub(super) fn position(self, person: u64) -> Position {
        if person % ONE_IN_LEFT == ONE_IN_LEFT - 1 {
            return self.leaver(person);
        }
        let rank = person - person / ONE_IN_LEFT;
        let branch = self.branch(self.branches.part_of(rank));
        branch.position(rank - branch.start)
    }

    /// Somebody who was in one of the teams, or in one of the offices beside them.
    fn leaver(self, person: u64) -> Position {
        let mut dice = Dice::new(self.seed, !person);
        let branch = self.branch(dice.below(self.branches.parts as usize) as u64);
        let team = dice.below(branch.teams.parts as usize) as u64;
        let (post, manager) = match dice.chance(0.85) && branch.teams.people > 0 {
            true => (Post::Representative, branch.lead(team)),
            false => (Post::Staff(dice.below(16) as u64), number(branch.start)),
        };
        Position { post, branch: branch.number, team, manager: Some(manager), left: true }
    }

    fn branch(self, branch: u64) -> Branch {
        let start = self.branches.start(branch);
        let size = self.branches.start(branch + 1) - start;
        let below_manager = size.saturating_sub(1);
        let in_teams = below_manager - below_manager * 12 / 100;
        let parts = ((in_teams * 2 + 13) / 27).max(1);
        let people = in_teams.clamp(TEAM.start() * parts, TEAM.end() * parts).min(below_manager);
        Branch { company: self, number: branch, start, size, teams: Shares { people, parts } }
    }
}

/// The person of that rank among those who have not left.
fn number(rank: u64) -> u64 {
    rank + rank / (ONE_IN_LEFT - 1)
}

/// A branch: first its manager, then its staff, then team by team, the lead first.
struct Branch {
    company: Organization,
    number: u64,
    start: u64,
    size: u64,
    teams: Shares,
}

impl Branch {
    fn position(&self, place: u64) -> Position {
        let staff = self.size - 1 - self.teams.people;
        let position = |post, team, manager| Position { post, branch: self.number, team, manager, left: false };
        match place {
            0 => position(Post::OperationsManager, 0, self.manager_above()),
            _ if place <= staff => position(Post::Staff(self.number + place), 0, Some(number(self.start))),
            _ => {
                let place = place - 1 - staff;
                let team = self.team_of(place);
                match place == self.team_start(team) {
                    true => position(Post::TeamLead, team, Some(number(self.start))),
                    false => position(Post::Representative, team, Some(self.lead(team))),
                }
            }
        }
    }

    fn manager_above(&self) -> Option<u64> {
        let above = self.number.checked_sub(1)? / MANAGERS_TO_ONE;
        Some(number(self.company.branches.start(above)))
    }

    fn lead(&self, team: u64) -> u64 {
        number(self.start + self.size - self.teams.people + self.team_start(team))
    }

    /// Two neighboring teams trade up to two people: the odd one begins so much later or earlier.
    fn team_start(&self, team: u64) -> u64 {
        let even = self.teams.start(team);
        let regular = TEAM.start() * self.teams.parts <= self.teams.people;
        if team.is_multiple_of(2) || team == self.teams.parts || !regular {
            return even;
        }
        even + Dice::new(self.company.seed ^ self.number, team).below(5) as u64 - 2
    }

    fn team_of(&self, place: u64) -> u64 {
        let team = self.teams.part_of(place);
        if place < self.team_start(team) {
            team - 1
        } else if team + 1 < self.teams.parts && place >= self.team_start(team + 1) {
            team + 1
        } else {
            team
        }
    }
}
