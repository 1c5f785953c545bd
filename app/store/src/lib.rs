//! Rows and SQL, on two engines. The only crate that names sqlx; its pools are private to it.
//!
//! One SQL text serves both: `queries/<noun>/<verb>.sql`. Where the engines truly differ there are two,
//! `<verb>.sqlite.sql` and `<verb>.postgres.sql`, and `ls` shows the list.

mod access_log;
mod accounts;
mod assessments;
mod audit;
mod backup;
mod changes;
mod company;
mod conflicts;
mod connections;
mod daily_jobs;
mod db;
mod deputies;
mod employees;
mod error;
mod facts;
mod grants;
mod imported;
mod invitations;
mod kept_posts;
mod ladders;
mod leases;
mod mappings;
mod migrate;
mod open;
mod page;
mod reporting_lines;
mod sessions;
mod sign_in_failures;
mod statement;
mod tx;
mod upkeep;
mod uploads;
mod value;
mod work;

pub use access_log::{AccessLog, AccessLogNotes};
pub use accounts::{Credentials, ListedAccount, ToInvite};
pub use assessments::StoredAssessment;
pub use audit::{Audit, Seals};
pub use backup::{Contents, restore};
pub use changes::ListedImport;
pub use company::{Company, Counts};
pub use conflicts::Conflict;
pub use connections::Connections;
pub use daily_jobs::DailyJobs;
pub use db::{Settings, Store};
pub use employees::Revised;
pub use error::{Error, FromStore};
pub use facts::NewFact;
pub use invitations::Invited;
pub use kept_posts::{KeptPost, KeptPosts};
pub use ladders::PublishedLadder;
pub use migrate::Migrated;
pub use open::create_database;
pub use page::{After, Order, Page, Sought};
pub use reporting_lines::NewLine;
pub use statement::{Executed, executed_statements};
pub use tx::{Preparation, Tx};
pub use upkeep::Upkeep;
pub use uploads::{PreparedUploads, UploadPiece, Uploads};
pub use value::{Ids, new_id};
pub use work::{Work, WorkOnce};
