//! What pages say around the findings: titles, labels, hints, a file a page; their text is `en/<page>.ftl`.

mod account;
mod admin;
mod answer;
mod audit;
mod company;
mod compare;
mod error;
mod form;
mod hold;
mod home;
mod imports;
mod ladder;
mod letter;
mod moves;
mod nomination;
mod page;
mod people;
mod person;
mod recorded;
mod review;
mod several;
mod sign_in;
mod sum;
mod team;
mod timeline;
mod waiver;
mod what_if;

/// Declares what a page says: method, key in the word file, variables. The method takes exactly the variables.
macro_rules! labels {
    ($($name:ident $key:literal ($($variable:ident),*))+) => {
        impl $crate::English {
            $(
                #[doc = concat!("Says `", $key, "`.")]
                pub fn $name(&self, $($variable: impl Into<$crate::message::Value<'static>>),*) -> String {
                    self.text($key, &$crate::message::by_name([$((stringify!($variable), $variable.into())),*]))
                }
            )+
        }

        pub(super) const KEYS: &[(&str, &[&str])] = &[$(($key, &[$(stringify!($variable)),*])),+];
    };
}

use labels;

/// What each page says: keys in the word file, and the variables they are given.
pub const LABELS: &[&[(&str, &[&str])]] = &[
    account::KEYS,
    admin::KEYS,
    answer::KEYS,
    audit::KEYS,
    company::KEYS,
    compare::KEYS,
    error::KEYS,
    form::KEYS,
    hold::KEYS,
    home::KEYS,
    imports::KEYS,
    ladder::KEYS,
    letter::KEYS,
    moves::KEYS,
    nomination::KEYS,
    page::KEYS,
    people::KEYS,
    person::KEYS,
    recorded::KEYS,
    several::KEYS,
    review::KEYS,
    sign_in::KEYS,
    sum::KEYS,
    team::KEYS,
    timeline::KEYS,
    waiver::KEYS,
    what_if::KEYS,
];
