//! The pages: a file each, its handlers and what they show.

pub(crate) mod home;
pub(crate) mod sign_in;
