//! Every sentence, from the word files of a language: `en.ftl` has what findings, plans and answers say,
//! `en/<page>.ftl` what each page says around them.
//!
//! Rules find, words tell: typed findings, statuses and steps go in, text comes out, always in the order rule, your
//! fact, the date. No clock and no I/O; runs natively and in the browser.

mod action;
mod calendar;
mod criterion;
mod evidence;
mod explanation;
mod fact;
mod finding;
mod headline;
mod labels;
mod language;
mod letter;
mod list;
mod message;
mod plan;
mod recorded;
mod refusal;
mod sum;
mod telling;
mod title;
mod typed_day;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use rules::{Action, Criterion, Day, Finding, Ladder, Sentences};
use unic_langid::LanguageIdentifier;

use message::Message;

pub use labels::LABELS;
pub use message::MESSAGES;
pub use sum::Sum;
pub use telling::{Reader, Telling};

/// The English word files, as one.
pub const ENGLISH: &str = concat!(
    include_str!("../en.ftl"),
    include_str!("../en/account.ftl"),
    include_str!("../en/admin.ftl"),
    include_str!("../en/answer.ftl"),
    include_str!("../en/audit.ftl"),
    include_str!("../en/company.ftl"),
    include_str!("../en/compare.ftl"),
    include_str!("../en/error.ftl"),
    include_str!("../en/form.ftl"),
    include_str!("../en/hold.ftl"),
    include_str!("../en/home.ftl"),
    include_str!("../en/imports.ftl"),
    include_str!("../en/ladder.ftl"),
    include_str!("../en/letter.ftl"),
    include_str!("../en/move.ftl"),
    include_str!("../en/nomination.ftl"),
    include_str!("../en/page.ftl"),
    include_str!("../en/people.ftl"),
    include_str!("../en/person.ftl"),
    include_str!("../en/recorded.ftl"),
    include_str!("../en/several.ftl"),
    include_str!("../en/review.ftl"),
    include_str!("../en/sign_in.ftl"),
    include_str!("../en/sum.ftl"),
    include_str!("../en/team.ftl"),
    include_str!("../en/timeline.ftl"),
    include_str!("../en/waiver.ftl"),
    include_str!("../en/what_if.ftl"),
);

/// All sentences in English. It takes a moment to make and can be shared between threads: keep one.
pub struct English {
    bundle: FluentBundle<FluentResource>,
}

impl English {
    /// With the words of `en.ftl`.
    pub fn new() -> English {
        English::worded(ENGLISH)
    }

    /// With other words: those of a company that calls things its own way, or of a test. What the text cannot give is
    /// said by its key.
    pub fn worded(fluent: &str) -> English {
        let english: LanguageIdentifier = "en".parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![english]);
        // Marks around every variable would show up in terminals and files; English and its titles run one way.
        bundle.set_use_isolating(false);
        let resource = FluentResource::try_new(fluent.to_owned()).unwrap_or_else(|(readable, _)| readable);
        bundle.add_resource_overriding(resource);
        English { bundle }
    }

    fn say(&self, message: Message<'_>) -> String {
        let (key, variables) = message.into_parts();
        self.text(key, &variables)
    }

    /// The text of a key; the key itself where the word file has none, which the tests rule out.
    fn text(&self, key: &str, variables: &FluentArgs<'_>) -> String {
        let Some(pattern) = self.bundle.get_message(key).and_then(|message| message.value()) else {
            return key.to_owned();
        };
        self.bundle.format_pattern(pattern, Some(variables), &mut Vec::new()).into_owned()
    }
}

impl Default for English {
    fn default() -> English {
        English::new()
    }
}

impl Sentences for English {
    fn finding(&self, ladder: &Ladder, criterion: &Criterion, finding: &Finding, as_of: Day) -> String {
        English::finding(self, ladder, criterion, finding, as_of)
    }

    fn action(&self, ladder: &Ladder, criterion: &Criterion, action: &Action) -> String {
        English::action(self, ladder, criterion, action)
    }
}
