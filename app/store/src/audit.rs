//! The audit trail: reading and sealing. Entries are appended by the transactions themselves, see `tx.rs`.
