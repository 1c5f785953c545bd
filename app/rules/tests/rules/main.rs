//! The judge of the engine: situations worked out by hand, and a naive evaluator held against it on random people.
//! `app/rules/README.md` says which clause of the rules is held by which of these tests.

mod agreement;
mod answer;
mod calendar;
mod census;
mod generate;
mod history;
mod naive;
mod numbers;
mod planning;
mod readme;
mod situations;
mod staleness;
mod timelines;
mod trial;
mod what_if;
