//! What the words promise.

mod everything;
mod findings;
mod ladder;
mod letters;
mod product;
mod reach;
mod tracks;
mod word_file;
