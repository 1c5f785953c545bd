//! Random ladders, written and read again.

use proptest::collection::vec;
use proptest::option::of;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rules::{
    Activity, ActivityId, Aggregate, Assessor, Better, Bound, Catalogue, Certification, CertificationId,
    CertificationRule, Clock, Course, CourseId, Criterion, Day, Decimal, EmploymentKind, Job, JobId, Ladder,
    LanguageRule, LanguageTag, Level, Metric, MetricId, MetricRule, Rule, Skill, SkillId, Track, TrackKind,
    TrackVersion, TrainingRule, Where, WorkMode,
};

/// How many entries of each kind a random catalogue has.
const MANY: u16 = 3;

fn words() -> impl Strategy<Value = String> {
    "[ -~äß→\"'\\\\]{0,12}[a-z\"\\\\ü]"
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (-1_000_000_i64..1_000_000).prop_map(Decimal::from_units)
}

fn some_of<T: Clone + std::fmt::Debug + 'static>(all: Vec<T>) -> impl Strategy<Value = Vec<T>> {
    let most = all.len();
    subsequence(all, 1..=most)
}

fn ids<Id: Clone + std::fmt::Debug + 'static>(id: fn(u16) -> Id) -> impl Strategy<Value = Vec<Id>> {
    some_of((0..MANY).map(id).collect())
}

fn catalogue() -> impl Strategy<Value = Catalogue> {
    let number = || of(1..1000_u32);
    let entry = move || (words(), of(words()), number(), number(), of(select(Better::ALL)));
    vec(entry(), usize::from(MANY)..=usize::from(MANY)).prop_map(|entries| {
        let mut catalogue = Catalogue::default();
        for (at, (title, text, one, two, better)) in entries.into_iter().enumerate() {
            let code = |kind: &str| compact_str::CompactString::from(format!("{kind}-{at}"));
            catalogue.jobs.push(Job { code: code("job"), title: title.clone(), level: one });
            catalogue.certifications.push(Certification {
                code: code("cert"),
                title: title.clone(),
                issuer: text.clone(),
                family: Some("family".into()),
                rank: Some(at as u32),
                validity_months: one,
                lead_days: two,
            });
            catalogue.courses.push(Course { code: code("course"), title: title.clone(), lead_days: one });
            catalogue.metrics.push(Metric {
                code: code("metric"),
                title: title.clone(),
                unit: text.map(Into::into),
                better,
                closes_after_days: two.unwrap_or(0),
            });
            catalogue.skills.push(Skill { code: code("skill"), title: title.clone() });
            catalogue.activities.push(Activity { code: code("activity"), title });
        }
        catalogue
    })
}

fn rule() -> impl Strategy<Value = Rule> {
    let months = || 1..100_u32;
    let leaf = prop_oneof![
        (months(), select(Clock::ALL)).prop_map(|(months, clock)| Rule::Tenure { months, clock }),
        (months(), of(ids(JobId))).prop_map(|(months, jobs)| Rule::TimeInJob { months, jobs }),
        ids(CertificationId).prop_map(|ids| Rule::Certification(CertificationRule::AnyOf(ids))),
        (0..MANY).prop_map(|id| Rule::Certification(CertificationRule::Family {
            family: "family".into(),
            at_least: CertificationId(id)
        })),
        language().prop_map(Rule::Language),
        training().prop_map(Rule::Training),
        metric().prop_map(Rule::Metric),
        (decimal(), months()).prop_map(|(at_least, reviews)| Rule::Rating { at_least, reviews }),
        (0..MANY, 1..=5_u8, select(Assessor::ALL)).prop_map(|(skill, at_least, assessor)| Rule::Skill {
            skill: SkillId(skill),
            at_least,
            assessor
        }),
        (0..MANY, months(), of(months())).prop_map(|(activity, count, within_months)| Rule::Activity {
            activity: ActivityId(activity),
            count,
            within_months
        }),
        months().prop_map(|months| Rule::ClearConduct { months }),
        some_of(EmploymentKind::ALL.to_vec()).prop_map(|any_of| Rule::Employment { any_of }),
    ];
    leaf.prop_recursive(5, 24, 4, |rule| {
        let parts = vec((rule, of(words())), 1..4).prop_map(|rules| {
            rules.into_iter().map(|(rule, why)| Criterion { id: None, why, rule }).collect::<Vec<_>>()
        });
        (parts, 0..6_u32).prop_map(|(parts, choice)| match choice {
            0 | 1 => Rule::All(parts),
            2 | 3 => Rule::Any(parts),
            _ => Rule::AtLeast { count: 1 + choice % parts.len() as u32, of: parts },
        })
    })
}

fn language() -> impl Strategy<Value = LanguageRule> {
    let tags = || some_of(["en", "pt-BR", "zh-Hant"].iter().filter_map(|tag| LanguageTag::new(tag)).collect());
    (select(Level::ALL), of(tags()), of(some_of(LanguageTag::new("fr").into_iter().collect())), 1..3_u32).prop_map(
        |(at_least, of, except, count)| {
            let count = of.as_ref().map_or(count, |of: &Vec<_>| count.min(of.len() as u32));
            LanguageRule { at_least, count, of, except: except.unwrap_or_default() }
        },
    )
}

fn training() -> impl Strategy<Value = TrainingRule> {
    (ids(CourseId), of(ids(CourseId)), any::<bool>(), of(1..100_u32), of(decimal())).prop_map(
        |(one, other, first, within_months, min_score)| {
            let other = other.unwrap_or_default();
            let (all_of, any_of) = if first { (one, other) } else { (other, one) };
            TrainingRule { all_of, any_of, within_months, min_score }
        },
    )
}

fn metric() -> impl Strategy<Value = MetricRule> {
    let numbers = (1..100_u32, of(1..100_u32), of(0..1000_u32));
    (0..MANY, numbers, decimal(), any::<bool>(), select(Aggregate::ALL)).prop_map(
        |(metric, (months, min_months, min_sample), limit, least, aggregate)| MetricRule {
            metric: MetricId(metric),
            months,
            // Within 100, as the unit may be a percentage.
            bound: if least { Bound::AtLeast(limit.min(100.into())) } else { Bound::AtMost(limit.min(100.into())) },
            aggregate,
            min_months: min_months.map(|least| least.min(months)),
            min_sample,
        },
    )
}

fn limits() -> impl Strategy<Value = Where> {
    let texts = || of(vec(words().prop_map(Into::into), 1..3));
    (texts(), texts(), texts(), of(some_of(WorkMode::ALL.to_vec())))
        .prop_map(|(site, country, unit, work_mode)| Where { site, country, unit, work_mode })
}

fn version() -> impl Strategy<Value = TrackVersion> {
    let criteria = vec((rule(), of(words())), 1..5).prop_map(|rules| {
        let named = |(at, (rule, why))| Criterion { id: Some(format!("id-{at}").into()), why, rule };
        rules.into_iter().enumerate().map(named).collect()
    });
    let ranges = (of((0..50_u32, 0..50_u32)), of((decimal(), decimal())));
    (ids(JobId), 0..MANY, select(TrackKind::ALL), limits(), ranges, criteria).prop_map(
        |(from, to, kind, limits, (months, percent), criteria)| TrackVersion {
            effective_from: Day::FIRST,
            from,
            to: JobId(to),
            kind,
            limits,
            typical_months: months.map(|(low, more)| (low, low + more)),
            pay_increase_percent: percent.map(|(one, other)| (one.min(other), one.max(other))),
            criteria,
        },
    )
}

/// A ladder with tracks, or none, that ask for anything.
pub(crate) fn ladder() -> impl Strategy<Value = Ladder> {
    (catalogue(), vec(vec((version(), 1..30_000), 1..4), 0..4)).prop_map(|(catalogue, tracks)| {
        let track = |(at, versions): (usize, Vec<(TrackVersion, i32)>)| {
            let mut day = Day::FIRST;
            let dated = |(version, days)| {
                day = day.plus_days(days);
                TrackVersion { effective_from: day, ..version }
            };
            Track { code: format!("track-{at}").into(), versions: versions.into_iter().map(dated).collect() }
        };
        Ladder { catalogue, tracks: tracks.into_iter().enumerate().map(track).collect() }
    })
}

proptest! {
    #[test]
    fn a_ladder_that_is_written_reads_back_the_same(ladder in ladder()) {
        let text = files::write_ladder(&ladder);
        prop_assert_eq!(files::read_ladder(&text, "ladder.toml"), Ok(ladder), "{}", text);
    }

    #[test]
    fn a_ladder_with_a_piece_torn_out_is_read_or_refused_with_places(ladder in ladder(), from in 0..1_000_usize, length in 0..40_usize) {
        let text: Vec<char> = files::write_ladder(&ladder).chars().collect();
        let from = from * text.len() / 1_000;
        let torn: String = text[..from].iter().chain(text.iter().skip(from + length)).collect();
        if let Err(problems) = files::read_ladder(&torn, "ladder.toml") {
            let lines = torn.lines().count() as u64 + 1;
            prop_assert!(!problems.is_empty());
            prop_assert!(problems.iter().all(|problem| problem.line.is_some_and(|line| line <= lines)), "{:?}", problems);
        }
    }
}
