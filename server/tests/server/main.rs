//! The program as a whole: what its command line answers, and how the workspace is laid out.

#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod assess;
mod audit;
mod check;
mod checkpoints;
mod company;
mod database;
mod generate;
mod help;
mod killed;
mod ladder;
mod layers;
mod mapped;
mod packets;
mod program;
mod samples;
mod serve;
mod served;
mod user;
