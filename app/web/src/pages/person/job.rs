//! The job held, how long, how and where.

use leptos::prelude::*;
use rules::Counted;

use super::Shown;
use crate::components::summary_list::summary_list;

pub(super) fn job(shown: &Shown<'_>) -> AnyView {
    let (words, record) = (shown.words(), shown.record);
    let counted = |counted: Counted| {
        let so_far = words.duration(counted.months, counted.days);
        words.person_counted(so_far, words.date(counted.since), counted.leave_days).into_any()
    };
    let service = record.service;
    let not_employed = || words.person_not_employed().into_any();
    let in_job = service.and_then(|service| service.in_job);
    let here = service.and_then(|service| service.here);
    let kind = record.facts.employments.iter().rev().find(|row| row.hired_on <= shown.today).map(|row| row.kind);
    let place = &record.facts.place;
    let text = |value: &Option<_>| value.as_ref().map(ToString::to_string).map(IntoAny::into_any);
    let lines = [
        (words.person_job(), Some(shown.job().into_any())),
        (words.person_time_in_job(), Some(in_job.map_or_else(not_employed, counted))),
        (words.person_service(), Some(here.map_or_else(not_employed, counted))),
        (words.person_employment(), kind.map(|kind| words.employment_kind(kind).into_any())),
        (words.person_site(), text(&place.site)),
        (words.person_unit(), text(&place.unit)),
        (words.person_country(), text(&place.country)),
        (words.person_work_mode(), place.work_mode.map(|mode| words.work_mode(mode).into_any())),
    ];
    let known = lines.into_iter().filter_map(|(label, value)| Some((label, value?))).collect();
    shown.section("job", words.person_job(), Some(summary_list(known)))
}
