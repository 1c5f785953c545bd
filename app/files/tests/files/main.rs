//! What comes in and goes out, tried from outside.

mod ladder;
