//! How many person-tracks a second one core assesses, on the default ladder, from memory.
//!
//!     cargo bench -p demo --bench assess                           # 10,000 people
//!     PEOPLE=1000000 cargo bench -p demo --bench assess             # a million; about 4 GB of facts
//!
//! Items are person-tracks: each person is assessed on each of the 16 tracks, those included that do not apply.
//!
//! On one core of an EPYC that others were using too, so in processor time (two runs with more and fewer samples,
//! subtracted), per second:
//!
//! | | 10,000 people | 1,000,000 people | allocated per person, 16 tracks |
//! |---|---|---|---|
//! | `decide` | 1.6 million | not measured again | 7.9 KB in 4 pieces |
//! | `explain` | 230 thousand | 250 thousand | 56 KB in 169 pieces |
//! | `generate` | 320 thousand people | | 2.3 KB in 26 pieces |
//!
//! The aims were 2 million and 200 thousand. `decide` was at 1.0 (10,000) and about 1.3 million (1,000,000 people)
//! before tracks that do not apply were decided by their leaves' boundaries alone; its allocations are from then.

use std::sync::LazyLock;

use divan::counter::ItemsCount;
use divan::{AllocProfiler, Bencher, black_box_drop};
use rules::{Day, Engine, Facts};

#[global_allocator]
static ALLOCATIONS: AllocProfiler = AllocProfiler::system();

static AS_OF: LazyLock<Day> = LazyLock::new(|| demo::AS_OF.parse().expect("the constant is a day"));

#[expect(clippy::disallowed_methods, reason = "a benchmark has no command line of its own")]
static PEOPLE: LazyLock<Vec<Facts>> = LazyLock::new(|| {
    let people = std::env::var("PEOPLE").map_or(10_000, |text| text.parse().expect("PEOPLE is a number"));
    demo::generate(people, 7, *AS_OF, files::default_ladder()).map(|person| person.facts()).collect()
});

fn main() {
    LazyLock::force(&PEOPLE);
    divan::main();
}

/// Assesses everybody on every track, in the way given.
fn assess(bencher: Bencher<'_, '_>, one: impl Fn(&Engine<'_>, &Facts)) {
    let engine = Engine::new(files::default_ladder());
    let items = PEOPLE.len() * engine.ladder().tracks.len();
    bencher.counter(ItemsCount::new(items)).bench_local(|| PEOPLE.iter().for_each(|facts| one(&engine, facts)));
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn decide(bencher: Bencher<'_, '_>) {
    assess(bencher, |engine, facts| {
        let Some(person) = engine.person(facts, *AS_OF) else { return };
        engine.ladder().track_ids().for_each(|track| black_box_drop(person.decide(track)));
    });
}

#[divan::bench(sample_count = 5, sample_size = 1)]
fn explain(bencher: Bencher<'_, '_>) {
    assess(bencher, |engine, facts| {
        let Some(person) = engine.person(facts, *AS_OF) else { return };
        engine.ladder().track_ids().for_each(|track| black_box_drop(person.explain(track)));
    });
}

/// Making the people that are assessed.
#[divan::bench(sample_count = 5, sample_size = 1)]
fn generate(bencher: Bencher<'_, '_>) {
    bencher.counter(ItemsCount::new(10_000_usize)).bench_local(|| {
        demo::generate(10_000, 7, *AS_OF, files::default_ladder()).for_each(black_box_drop);
    });
}
