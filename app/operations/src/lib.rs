//! What a signed-in person, a job or an import can do: one file a use case.
//!
//! Every operation has one shape: find within scope, authorize, let the rules decide, save with the permit, record the
//! event. `ctx` (who, when, in which request) is its first argument after the store.

mod accounts;
mod assess;
mod audit;
mod backup;
mod become_demo;
mod correct_fact;
mod daily_jobs;
mod error;
mod explain;
mod export;
mod halt;
mod holds;
mod home;
pub mod import;
mod kept;
mod ladder;
pub mod moves;
mod my_data;
pub mod news;
pub mod nominations;
mod obstacle;
mod people;
mod read_log;
mod record;
pub mod review;
mod set_time_zone;
mod time_zone;
mod trail;

pub use accounts::*;
pub use assess::{Deviation, Step, assess_all, bring_up_to_date, check_sample, people_to_update, update_some};
pub use audit::{audit_entries, audit_entries_about, seal_audit, sealed_entries, verify_audit};
pub use backup::{back_up, restore};
pub use become_demo::become_demo;
pub use correct_fact::{Correction, correct_fact};
pub use daily_jobs::{begin_daily_job, end_daily_job};
pub use error::Error;
pub use explain::{Answer, Supposed, explain_person};
pub use export::export;
pub use holds::{HoldAct, NewHold, PersonHolds, end_hold, holds_of_person, place_hold, renew_hold};
pub use home::{Home, Lapsing, home, own_tracks};
pub use ladder::{
    Comparison, InForce, Moved, Proposal, compare_ladders, ladder_in_force, propose_ladder, publish_ladder,
};
pub use my_data::{MyData, my_data};
pub use obstacle::Obstacle;
pub use people::{
    Count, Directory, MOST_ON_A_PAGE, Member, People, Search, Sort, Team, assessments_of_person, count_people,
    directory, find_person, list_people, list_team, nearest,
};
/// What every operation works on; `web` hands it on and does nothing else with it.
pub use store::{ChangedFact, HoldTold, KeptPost, ListedAccount, ListedEntry, Side, Store, StoredAssessment, new_id};

pub use read_log::{ReadLog, readers_of};
pub use record::{OnTrack, Record, person_record};
pub use set_time_zone::{ZoneSet, set_time_zone};
pub use time_zone::{NoZone, time_zone, zone_named};
pub use trail::{Trail, TrailEntry, search_trail, trail_entry};
