//! What comes in and goes out: the bundle, the ladder file, the mapping, the evidence packet, the audit trail and its
//! checkpoints.

mod bundle;
mod checkpoint;
mod ladder_file;
mod mapping;
mod packet;
mod person;
mod problem;
mod trail;
mod tree;

pub use bundle::{
    BUNDLE_FILES, Bundle, BundleFile, BundleWriter, Checked, Column, FileAccount, Refused, RowReader, Step, TextRow,
    rows_of,
};
pub use checkpoint::{Checkpoint, NotSigned, PublicKey, SecretKey, SignedCheckpoint};
pub use ladder_file::{VERSION_KEYS, default_ladder, read_ladder, version_keys, write_ladder};
pub use mapping::{Becomes, Mapped, Mapping, NewJob, Preview, PreviewColumn, Skipped, mapping_to_begin_with, preview};
pub use packet::{
    BeforeAfter, Changes, CriteriaChange, CriteriaPart, Deviation, FactChange, FindingChange, FrozenDecision,
    FrozenFinding, PACKET_FORMAT, Packet, PacketRow,
};
pub use person::{AssignmentRow, ConductRow, CredentialRow, Employee, EmploymentRow, LeaveRow, Person};
pub use problem::{Problem, likeness, misspelled, nearest};
pub use trail::{verify_trail, write_trail_entry};
