//! The pages: a file each, its handlers and what they show.

pub(crate) mod account;
pub(crate) mod admin;
pub(crate) mod answer;
pub(crate) mod audit;
pub(crate) mod holds;
pub(crate) mod home;
pub(crate) mod imports;
pub(crate) mod invitation;
pub(crate) mod ladder;
pub(crate) mod moves;
pub(crate) mod news;
pub(crate) mod nominations;
pub(crate) mod people;
pub(crate) mod person;
pub(crate) mod review;
pub(crate) mod sign_in;
pub(crate) mod team;
pub(crate) mod waivers;
