//! The program as a whole: what its command line answers, and how the workspace is laid out.

mod layers;
