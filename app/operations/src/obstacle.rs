//! What stands against an act that is allowed, and what must happen first. `words` tells it on pages, by its code; the
//! command line as it is written here.

use model::FactKind;
use rules::Day;

/// What stands against an act.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Obstacle {
    /// There is nothing to sign in by.
    #[error("an account has a name to sign in by: an e-mail address or a number")]
    NoSignInName,
    /// The name is taken, or the person has an account.
    #[error("{0} has an account, or the person has one by another name")]
    HasAccount(String),
    /// The account of that name is closed.
    #[error("{0} is closed: reset it first")]
    Closed(String),
    /// So it is, already.
    #[error("{0} is closed already")]
    ClosedAlready(String),
    /// The account is somebody's who is no longer here.
    #[error("{0} belongs to somebody who has left")]
    HasLeft(String),
    /// There is nothing to end.
    #[error("{0} has no such access after that day")]
    NoSuchAccess(String),
    /// Of which site, nobody said.
    #[error("an HR partner has a site")]
    PartnerWithoutSite,
    /// A site was given where it means nothing.
    #[error("only an HR partner's access is for a site")]
    SiteIsForPartners,
    /// The last day comes before the first.
    #[error("access ends on its first day or later")]
    AccessEndsBefore,
    /// Nobody stands in for themselves, nor for no day.
    #[error("a deputy is somebody else, and ends on the first day or later")]
    NoDeputy,
    /// There is nothing to end.
    #[error("that person does not stand in for that manager after that day")]
    NoSuchDeputy,
    /// Two make the first account at once.
    #[error("somebody else is adding accounts")]
    OthersAddAccounts,
    /// A mapping is saved by a name of 1 to so many letters.
    #[error("a name has 1 to {0} letters")]
    NoMappingName(usize),
    /// A correction says why.
    #[error("a correction has a reason")]
    NoReason,
    /// What is not corrected by hand.
    #[error("{0} hold who works where and for whom: they change by a move, or by the feed")]
    ChangesByMove(FactKind),
    /// The correction says nothing new.
    #[error("that is what is known already")]
    KnownAlready,
    /// The upload of that name is being applied.
    #[error("{0} is being applied: wait until it is done")]
    BeingApplied(String),
    /// Something is being done to the upload of that name.
    #[error("{0} is being worked on")]
    BeingWorkedOn(String),
    /// The upload of that name is gone.
    #[error("{0} was thrown away")]
    ThrownAway(String),
    /// An import was compared by another ladder.
    #[error("a ladder was published meanwhile: run the import again")]
    LadderBeforeImport,
    /// A ladder was compared with another one.
    #[error("another ladder was published meanwhile: look at what it changes, and do it again")]
    LadderBeforeLadder,
    /// What an import had prepared is gone.
    #[error("this import was taken for dead, and what it had prepared is gone: run it again")]
    TakenForDead,
    /// An import never found its people as it had compared them.
    #[error("others keep writing to the people of this import: run it again when they are done")]
    OthersWrite,
    /// A whole truth that has become a lot less.
    #[error(
        "{kind} has {rows} rows where the last import of it had {last}: more than 10 % fewer, so nothing was imported; \
         look at it, and if it is right accept it with --accept-fewer"
    )]
    Fewer {
        /// Of what.
        kind: FactKind,
        /// How many there are.
        rows: u64,
        /// How many there were.
        last: u64,
    },
    /// So many facts of an import were corrected or ended since.
    #[error(
        "the import cannot be undone, because something rests on it: later changes corrected or ended {0} of its facts"
    )]
    CorrectedLater(u64),
    /// Somebody who came with an import has what is not undone with it.
    #[error(
        "the import cannot be undone, because something rests on it: people who came with it have sign-ins, reports or \
         deputies by now"
    )]
    PeopleInUse,
    /// What an import ended is said again.
    #[error("the import cannot be undone, because something rests on it: later changes say something else of the same")]
    SaidOtherwise,
    /// Somebody who came with an import has facts of another.
    #[error("the import cannot be undone, because something rests on it: more became known of {0} since")]
    MoreKnown(String),
    /// The company's day has begun, and somewhere else it has not.
    #[error(
        "it is still {there} in {zone}, and {here} has begun: no day begins twice; set it when it is the same day in both"
    )]
    DayHasBegun {
        /// Where not.
        zone: String,
        /// The day there.
        there: Day,
        /// The company's day.
        here: Day,
    },
    /// The database is another company's.
    #[error("this database holds a company that is not the demonstration: give --demo an empty one")]
    NoDemonstration,
    /// What a ladder must not be; in the words of the ladder file.
    #[error("{0}")]
    Ladder(String),
}

impl Obstacle {
    /// As messages select on it.
    pub fn code(&self) -> &'static str {
        match self {
            Obstacle::NoSignInName => "no_sign_in_name",
            Obstacle::HasAccount(_) => "has_account",
            Obstacle::Closed(_) => "closed",
            Obstacle::ClosedAlready(_) => "closed_already",
            Obstacle::HasLeft(_) => "has_left",
            Obstacle::NoSuchAccess(_) => "no_such_access",
            Obstacle::PartnerWithoutSite => "partner_without_site",
            Obstacle::SiteIsForPartners => "site_is_for_partners",
            Obstacle::AccessEndsBefore => "access_ends_before",
            Obstacle::NoDeputy => "no_deputy",
            Obstacle::NoSuchDeputy => "no_such_deputy",
            Obstacle::OthersAddAccounts => "others_add_accounts",
            Obstacle::NoMappingName(_) => "no_mapping_name",
            Obstacle::NoReason => "no_reason",
            Obstacle::ChangesByMove(_) => "changes_by_move",
            Obstacle::KnownAlready => "known_already",
            Obstacle::BeingApplied(_) => "being_applied",
            Obstacle::BeingWorkedOn(_) => "being_worked_on",
            Obstacle::ThrownAway(_) => "thrown_away",
            Obstacle::LadderBeforeImport => "ladder_before_import",
            Obstacle::LadderBeforeLadder => "ladder_before_ladder",
            Obstacle::TakenForDead => "taken_for_dead",
            Obstacle::OthersWrite => "others_write",
            Obstacle::Fewer { .. } => "fewer",
            Obstacle::CorrectedLater(_) => "corrected_later",
            Obstacle::PeopleInUse => "people_in_use",
            Obstacle::SaidOtherwise => "said_otherwise",
            Obstacle::MoreKnown(_) => "more_known",
            Obstacle::DayHasBegun { .. } => "day_has_begun",
            Obstacle::NoDemonstration => "no_demonstration",
            Obstacle::Ladder(_) => "ladder",
        }
    }

    /// What it is about, as messages name it: an account, an upload, a kind, a person's number.
    pub fn about(&self) -> String {
        match self {
            Obstacle::HasAccount(name)
            | Obstacle::Closed(name)
            | Obstacle::ClosedAlready(name)
            | Obstacle::HasLeft(name)
            | Obstacle::NoSuchAccess(name)
            | Obstacle::BeingApplied(name)
            | Obstacle::BeingWorkedOn(name)
            | Obstacle::ThrownAway(name)
            | Obstacle::MoreKnown(name)
            | Obstacle::DayHasBegun { zone: name, .. }
            | Obstacle::Ladder(name) => name.clone(),
            Obstacle::ChangesByMove(kind) | Obstacle::Fewer { kind, .. } => kind.to_string(),
            Obstacle::CorrectedLater(facts) => facts.to_string(),
            Obstacle::NoMappingName(letters) => letters.to_string(),
            Obstacle::NoSignInName
            | Obstacle::PartnerWithoutSite
            | Obstacle::SiteIsForPartners
            | Obstacle::AccessEndsBefore
            | Obstacle::NoDeputy
            | Obstacle::NoSuchDeputy
            | Obstacle::OthersAddAccounts
            | Obstacle::NoReason
            | Obstacle::KnownAlready
            | Obstacle::LadderBeforeImport
            | Obstacle::LadderBeforeLadder
            | Obstacle::TakenForDead
            | Obstacle::OthersWrite
            | Obstacle::PeopleInUse
            | Obstacle::SaidOtherwise
            | Obstacle::NoDemonstration => String::new(),
        }
    }
}
