//! What the pages answer, asked over HTTP, on both engines.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on fails")]

mod accounts;
mod administration;
mod answer;
mod audit;
mod canary;
#[allow(dead_code, reason = "it serves the tests of operations too")]
#[path = "../../../operations/tests/operations/company.rs"]
mod company;
#[allow(dead_code, reason = "it serves the tests of operations too")]
#[path = "../../../operations/tests/operations/database.rs"]
mod database;
mod failures;
mod forms;
mod holds;
mod imports;
mod languages;
mod letters;
mod log;
mod mappings;
mod moves;
mod nominations;
mod people;
mod person;
mod pseudo;
mod read;
mod review;
mod routes;
mod sign_in;
mod site;
mod team;
mod time_zone;
mod two_hundred;
mod waivers;
mod what_if;
mod world;
