//! Who is who, and what everybody's case is.

use rules::{State, Status};

use super::cases;
use super::portrait::{Portrait, Stage};

/// Somebody who is a case, whatever the day.
#[derive(Clone, Copy, Debug)]
pub struct CastMember {
    /// The employee number.
    pub number: &'static str,
    /// The name.
    pub name: &'static str,
    /// The case, in a sentence.
    pub case: &'static str,
    /// Where that shows.
    pub shows: &'static [Shown],
    /// The manager's number; where empty, the lead with the smallest team.
    pub(super) manager: Option<&'static str>,
    pub(super) woman: bool,
    pub(super) born_in: u16,
    pub(super) paint: for<'s, 'l> fn(&'s Stage<'l>) -> Portrait<'l>,
}

/// What an assessment of the person says on the day the company is made for.
#[derive(Clone, Copy, Debug)]
pub struct Shown {
    /// The track's code.
    pub track: &'static str,
    /// The status on it.
    pub status: Status,
    /// The criterion that the case is about, and its state.
    pub criterion: Option<(&'static str, State)>,
}

const fn shown(track: &'static str, status: Status) -> Shown {
    Shown { track, status, criterion: None }
}

const fn by(track: &'static str, status: Status, criterion: &'static str, state: State) -> Shown {
    Shown { track, status, criterion: Some((criterion, state)) }
}

const TEAM_LEAD: &str = "csr-to-team-lead";
/// The lead of most of them.
const LEAD: Option<&str> = Some("1002");
const MANAGER: Option<&str> = Some("1001");

/// Everybody who is a case.
pub const CAST: &[CastMember] = &[
    CastMember {
        number: "1001",
        name: "Vikram Menon",
        case: "Reports to nobody, and there is no track from his job.",
        shows: &[shown("team-lead-to-operations-manager", Status::NotApplicable)],
        manager: None,
        woman: false,
        born_in: 1979,
        paint: cases::operations_manager,
    },
    CastMember {
        number: "1002",
        name: "Kavya Reddy",
        case: "Leads a team; only a Green Belt stands between her and Operations Manager, 90 days if she starts now.",
        shows: &[by("team-lead-to-operations-manager", Status::NeedsAction, "belt", State::Unmet)],
        manager: MANAGER,
        woman: true,
        born_in: 1990,
        paint: cases::lead_without_belt,
    },
    CastMember {
        number: "1003",
        name: "Asha Pillai",
        case: "Eligible for Team Lead now.",
        shows: &[shown(TEAM_LEAD, Status::Eligible)],
        manager: LEAD,
        woman: true,
        born_in: 1998,
        paint: cases::eligible,
    },
    CastMember {
        number: "1004",
        name: "Rohan Fernandes",
        case: "Three months short of a year in the job; all else is met.",
        shows: &[by(TEAM_LEAD, Status::OnCourse, "time", State::NotYet)],
        manager: LEAD,
        woman: false,
        born_in: 2001,
        paint: cases::three_months_short,
    },
    CastMember {
        number: "1005",
        name: "Meera Joshi",
        case: "Her Green Belt expired yesterday; until then she was eligible.",
        shows: &[by(TEAM_LEAD, Status::NeedsAction, "belt", State::Unmet)],
        manager: LEAD,
        woman: true,
        born_in: 1995,
        paint: cases::expired_yesterday,
    },
    CastMember {
        number: "1006",
        name: "Imran Khan",
        case: "Claims a Yellow Belt that nobody has verified; eligible today if it is.",
        shows: &[by(TEAM_LEAD, Status::CannotTell, "belt", State::Unverified)],
        manager: LEAD,
        woman: false,
        born_in: 1997,
        paint: cases::claims_a_belt,
    },
    CastMember {
        number: "1007",
        name: "Nandini Das",
        case: "Back from three months of unpaid leave, which do not count: 14 months here, not yet 12 in the job.",
        shows: &[by(TEAM_LEAD, Status::OnCourse, "time", State::NotYet)],
        manager: LEAD,
        woman: true,
        born_in: 1993,
        paint: cases::back_from_leave,
    },
    CastMember {
        number: "1008",
        name: "Arjun Kulkarni",
        case: "Eligible on two tracks: Team Lead and Quality Analyst.",
        shows: &[shown(TEAM_LEAD, Status::Eligible), shown("csr-to-quality-analyst", Status::Eligible)],
        manager: LEAD,
        woman: false,
        born_in: 1996,
        paint: cases::two_tracks,
    },
    CastMember {
        number: "1009",
        name: "Zoya Ahmed",
        case: "Only one of the last three months of customer satisfaction is on record; with the others she could be eligible.",
        shows: &[by(TEAM_LEAD, Status::CannotTell, "csat", State::Insufficient)],
        manager: LEAD,
        woman: true,
        born_in: 1999,
        paint: cases::months_missing,
    },
    CastMember {
        number: "1010",
        name: "Sandeep Nair",
        case: "Eligible while HR waives the belt, for 60 more days.",
        shows: &[by(TEAM_LEAD, Status::Eligible, "belt", State::Waived)],
        manager: LEAD,
        woman: false,
        born_in: 1988,
        paint: cases::waived,
    },
    CastMember {
        number: "1011",
        name: "Farah Thomas",
        case: "Came back six months ago: her earlier service counts toward HR Coordinator, her earlier time in the job not toward Team Lead.",
        shows: &[by(TEAM_LEAD, Status::OnCourse, "time", State::NotYet), shown("csr-to-hr", Status::Eligible)],
        manager: LEAD,
        woman: true,
        born_in: 1991,
        paint: cases::rehired,
    },
    CastMember {
        number: "1012",
        name: "Deepak Yadav",
        case: "Left 30 days ago.",
        shows: &[shown(TEAM_LEAD, Status::NotApplicable)],
        manager: LEAD,
        woman: false,
        born_in: 1994,
        paint: cases::left,
    },
    CastMember {
        number: "1013",
        name: "Ishita Ghosh",
        case: "On course by a booking: she completes Bar Raiser in 21 days.",
        shows: &[by(TEAM_LEAD, Status::OnCourse, "preparation", State::NotYet)],
        manager: LEAD,
        woman: true,
        born_in: 2000,
        paint: cases::course_booked,
    },
    CastMember {
        number: "1014",
        name: "Karthik Iyer",
        case: "A closed warning stands in the way for a month more.",
        shows: &[by(TEAM_LEAD, Status::OnCourse, "conduct", State::NotYet)],
        manager: LEAD,
        woman: false,
        born_in: 1992,
        paint: cases::conduct_closing,
    },
    CastMember {
        number: "1015",
        name: "Lakshmi Rao",
        case: "Eligible for 15 days more: then her Green Belt expires.",
        shows: &[by(TEAM_LEAD, Status::Eligible, "belt", State::Met)],
        manager: LEAD,
        woman: true,
        born_in: 1989,
        paint: cases::expires_soon,
    },
    CastMember {
        number: "1016",
        name: "Mohit Saxena",
        case: "Works from home, where the way to Logistics does not lead.",
        shows: &[shown("csr-to-logistics", Status::NotApplicable), shown(TEAM_LEAD, Status::Eligible)],
        manager: None,
        woman: false,
        born_in: 1997,
        paint: cases::remote,
    },
    CastMember {
        number: "1017",
        name: "Tanvi Desai",
        case: "A gig worker who meets all that Training Specialist asks but a fixed contract.",
        shows: &[by("csr-to-training-specialist", Status::NeedsAction, "employment", State::Unmet)],
        manager: None,
        woman: true,
        born_in: 2002,
        paint: cases::gig,
    },
    CastMember {
        number: "1018",
        name: "Harish Varma",
        case: "Customers are not satisfied enough: 86 % where 90 % is asked.",
        shows: &[by(TEAM_LEAD, Status::NeedsAction, "csat", State::Unmet)],
        manager: LEAD,
        woman: false,
        born_in: 1996,
        paint: cases::below_the_bound,
    },
    CastMember {
        number: "1019",
        name: "Gauri Patil",
        case: "Was never reviewed, so nobody can tell whether HR Coordinator is open to her.",
        shows: &[by("csr-to-hr", Status::CannotTell, "rating", State::NoEvidence)],
        manager: None,
        woman: true,
        born_in: 1999,
        paint: cases::never_reviewed,
    },
    CastMember {
        number: "1020",
        name: "Suresh Naidu",
        case: "May move across to Vendor Manager, by the course and two vendor reviews in place of a certificate.",
        shows: &[by("to-vendor-manager", Status::Eligible, "practice", State::Met)],
        manager: None,
        woman: false,
        born_in: 1987,
        paint: cases::across,
    },
    CastMember {
        number: "1021",
        name: "Divya Mishra",
        case: "Promoted today: that track is behind her, and the time before counts toward the next.",
        shows: &[
            shown("csr-to-senior-csr", Status::NotApplicable),
            by(TEAM_LEAD, Status::Eligible, "time", State::Met),
        ],
        manager: None,
        woman: true,
        born_in: 1998,
        paint: cases::promoted_today,
    },
    CastMember {
        number: "1022",
        name: "Nikhil Bhat",
        case: "Leaves in 14 days, and is eligible until then: what has not happened is not known.",
        shows: &[shown(TEAM_LEAD, Status::Eligible)],
        manager: None,
        woman: false,
        born_in: 1995,
        paint: cases::gave_notice,
    },
    CastMember {
        number: "1023",
        name: "Pooja Sharma",
        case: "A warning is still open: no day can be named.",
        shows: &[by(TEAM_LEAD, Status::NeedsAction, "conduct", State::Unmet)],
        manager: None,
        woman: true,
        born_in: 2000,
        paint: cases::conduct_open,
    },
    CastMember {
        number: "1024",
        name: "Radhika Kapoor",
        case: "A Quality Analyst who may move across to Training Specialist.",
        shows: &[shown("quality-analyst-to-training-specialist", Status::Eligible)],
        manager: MANAGER,
        woman: true,
        born_in: 1992,
        paint: cases::analyst,
    },
];
