//! `/`: what is next, by who one is.

use axum::http::StatusCode;
use axum::response::Response;
use leptos::prelude::*;
use model::{Access, Employee, Standing};
use operations::review::Waiting;
use operations::{Answer, Home, Lapsing, Search, StoredAssessment, explain_person, home, nearest};
use rules::{Day, Ladder, Status};
use words::{English, Reader as Reads, Telling};

use crate::app::App;
use crate::components::{Standing as Shown, empty, person_link, plain_tag, tag, time, track_link};
use crate::document::{Page, respond};
use crate::failure::Failure;
use crate::pages::people::row::{Row, Stands, job_title, leads_to};
use crate::pages::review::in_words;
use crate::pages::team;
use crate::routes::is_there;
use crate::visit::Reader;

/// How many steps are named here; all of them are on the page of the track.
const MOST_STEPS: usize = 3;
/// What is told of a team.
const OF_A_TEAM: &[Standing] = &[Standing::Now, Standing::Soon, Standing::Lapsing, Standing::CannotTell];

pub(crate) async fn show(reader: Reader) -> Result<Response, Failure> {
    let (app, ctx) = (&reader.visit.app, &reader.visit.ctx);
    let found = home(&app.store, ctx).await?;
    let to_do = found.own.iter().filter(|one| matches!(one.decision.status, Status::CannotTell | Status::NeedsAction));
    let to_do = match (&reader.me.employee, nearest(&found.ladder, to_do)) {
        (Some(own), Some(track)) => {
            Some(explain_person(&app.store, ctx, &app.read_log, &own.number, &track.track, None).await?)
        }
        (Some(_), None) | (None, _) => None,
    };
    Ok(respond(&reader.visit, StatusCode::OK, || {
        Page::new(app.words.home_title(), page(&reader, &found, to_do.as_ref()))
    }))
}

fn page(reader: &Reader, found: &Home, to_do: Option<&Answer>) -> AnyView {
    let app = &reader.visit.app;
    let words = &app.words;
    let own = reader.me.employee.as_ref();
    let heading = own.map_or_else(|| words.home_title(), |own| words.home_greeting(own.full_name.clone()));
    let job = own.map(|own| view! { <p class="soft">{job_title(&found.ladder, &own.job)}</p> });
    let has = |access| reader.viewer.has(access);
    let is_anything = own.is_some() || Access::ALL.iter().any(|access| has(*access));
    let nothing = (!is_anything).then(|| empty(words.home_nothing_title(), words.home_nothing(), None));
    view! {
        <div class="page-head"><h1>{heading}</h1>{job}</div>
        {own.map(|own| own_part(reader, found, own, to_do))}
        {reader.me.leads.then(|| team_part(app, found))}
        {reader.me.waiting.map(|waiting| review_part(words, waiting))}
        {(found.waivers > 0).then(|| waivers_part(words, found.waivers))}
        {found.lapsing.as_ref().map(|lapsing| hr_part(reader, &found.ladder, lapsing))}
        {has(Access::Administrator).then(|| administrator_part(words))}
        {has(Access::Auditor).then(|| auditor_part(words))}
        {nothing}
    }
    .into_any()
}

fn own_part(reader: &Reader, found: &Home, own: &Employee, to_do: Option<&Answer>) -> AnyView {
    let app = &reader.visit.app;
    let (words, ladder) = (&app.words, &found.ladder);
    if found.own.is_empty() {
        let ladder_page = (words.home_see_ladder(), "/ladder".to_owned());
        let why = words.home_no_tracks(job_title(ladder, &own.job));
        return empty(words.home_no_tracks_title(), why, Some(ladder_page));
    }
    let of = |status| nearest(ladder, found.own.iter().filter(move |one| one.decision.status == status));
    let eligible = of(Status::Eligible).map(|stored| eligible(app, ladder, own, stored));
    let on_course = of(Status::OnCourse).map(|stored| on_course(app, ladder, own, stored));
    let steps = to_do.and_then(|answer| steps(app, own, answer));
    let record = is_there("/me").then(|| view! { <a href="/me">{words.home_record()}</a> });
    view! {
        <section class="section" aria-labelledby="next">
            <h2 id="next">{words.home_needs()}</h2>
            <ul class="tasks" role="list">{eligible}{on_course}{steps}</ul>
        </section>
        <section class="section" aria-labelledby="tracks">
            <div class="section__head"><h2 id="tracks">{words.home_tracks()}</h2>{record}</div>
            {tracks(app, ladder, own, &found.own)}
        </section>
    }
    .into_any()
}

fn waivers_part(words: &English, waiting: u64) -> AnyView {
    let waiting = words.home_waivers_waiting(u32::try_from(waiting).unwrap_or(u32::MAX));
    view! {
        <section class="section" aria-labelledby="waivers">
            <h2 id="waivers">{words.waiver_list()}</h2>
            <p><a href="/waivers?state=asked">{waiting}</a></p>
        </section>
    }
    .into_any()
}

fn task(tag: AnyView, title: AnyView, more: AnyView) -> AnyView {
    view! { <li>{tag}<div>{title}{more}</div></li> }.into_any()
}

fn eligible(app: &App, ladder: &Ladder, own: &Employee, stored: &StoredAssessment) -> AnyView {
    let words = &app.words;
    let stands = Stands::of(words, ladder, stored);
    let title = match stands.date {
        Some(told) => words.home_eligible(stands.to.clone(), told.means, words.date(told.day)),
        None => stands.to.clone(),
    };
    let title = track_link(&own.number, &stands.track, title.into_any());
    task(tag(&stands.standing), title, view! { <p>{words.home_eligible_more()}</p> }.into_any())
}

fn on_course(app: &App, ladder: &Ladder, own: &Employee, stored: &StoredAssessment) -> AnyView {
    let words = &app.words;
    let stands = Stands::of(words, ladder, stored);
    let on = stored.decision.earliest_on.map_or_else(String::new, |day| words.date(day));
    let title = track_link(&own.number, &stands.track, words.home_on_course(stands.to.clone(), on).into_any());
    task(tag(&stands.standing), title, view! { <p>{words.home_on_course_more()}</p> }.into_any())
}

/// What to do for the nearest track that time alone does not bring; where nothing can be done, why.
fn steps(app: &App, own: &Employee, answer: &Answer) -> Option<Vec<AnyView>> {
    let words = &app.words;
    let assessment = answer.assessment.as_ref()?;
    let track = answer.ladder.track(assessment.track);
    let version = track.versions.iter().find(|one| one.effective_from == assessment.criteria_effective_from)?;
    let telling =
        Telling { ladder: &answer.ladder, version, reader: Reads::Own, as_of: assessment.as_of, cut_off: None };
    let to = leads_to(&answer.ladder, &track.code, assessment.as_of);
    let shown = Shown::of_track(words, &assessment.decision, assessment.as_of);
    let linked = |text: String| track_link(&own.number, &track.code, text.into_any());
    let actions = assessment.plan.actions.iter().take(MOST_STEPS);
    let step = |action: &rules::Action| {
        let criterion = version.criterion(&action.path)?;
        let what = words.action(&answer.ladder, criterion, action);
        let more = words.home_step(words.date(action.start_by), to.clone());
        Some(task(tag(&shown), linked(what), view! { <p>{more}</p> }.into_any()))
    };
    let mut steps: Vec<AnyView> = actions.filter_map(step).collect();
    if steps.is_empty() {
        let why = view! { <p>{words.headline(&telling, assessment)}</p> };
        steps.push(task(tag(&shown), linked(to), why.into_any()));
    }
    Some(steps)
}

fn tracks(app: &App, ladder: &Ladder, own: &Employee, stored: &[StoredAssessment]) -> AnyView {
    let words = &app.words;
    let in_order = ladder.tracks.iter().filter_map(|track| stored.iter().find(|one| one.track == track.code));
    let rows = in_order.map(|stored| {
        let stands = Stands::of(words, ladder, stored);
        let to = track_link(&own.number, &stands.track, stands.to.clone().into_any());
        view! { <tr><th scope="row">{to}</th><td>{tag(&stands.standing)}</td><td>{date(words, &stands)}</td></tr> }
    });
    view! {
        <div class="table-scroll" role="region" aria-labelledby="tracks-caption" tabindex="0">
        <table class="table">
            <caption class="visually-hidden" id="tracks-caption">{words.home_tracks_caption()}</caption>
            <thead>
                <tr>
                    <th scope="col">{words.ladder_to()}</th>
                    <th scope="col">{words.people_status()}</th>
                    <th scope="col">{words.people_on()}</th>
                </tr>
            </thead>
            <tbody>{rows.collect_view()}</tbody>
        </table>
        </div>
    }
    .into_any()
}

fn date(words: &English, stands: &Stands) -> AnyView {
    match stands.date {
        Some(told) => time(told.day, told.say(words)),
        None => view! { <span class="missing">"–"</span> }.into_any(),
    }
}

fn team_part(app: &App, found: &Home) -> AnyView {
    let words = &app.words;
    let items = OF_A_TEAM.iter().map(|standing| {
        let text = words.home_team_people(standing.code(), found.team.of(*standing));
        let href = team::address(Some(*standing));
        let mark = tag(&Shown::sought(words, *standing));
        view! { <li>{mark}<div><a href=href>{text}</a></div></li> }
    });
    view! {
        <section class="section" aria-labelledby="team">
            <div class="section__head">
                <h2 id="team">{words.home_team()}</h2>
                <a href=team::address(None)>{words.home_team_all()}</a>
            </div>
            <ul class="tasks" role="list">{items.collect_view()}</ul>
        </section>
    }
    .into_any()
}

fn hr_part(reader: &Reader, ladder: &Ladder, lapsing: &Lapsing) -> AnyView {
    let app = &reader.visit.app;
    let words = &app.words;
    let today: Day = reader.visit.ctx.today;
    let search = Search { standing: Some(Standing::Lapsing), ..Search::default() };
    let rows = lapsing.people.people.iter().map(|listed| {
        let row = Row::of(words, ladder, &search, listed, today);
        let stands = row.stands.map(|stands| {
            view! {
                <td>{stands.to.clone()}</td>
                <td>{plain_tag(&stands.standing)}</td>
                <td>{date(words, &stands)}</td>
            }
        });
        view! { <tr><th scope="row">{person_link(&row.number, row.name)}</th>{stands}</tr> }
    });
    let body = if lapsing.people.people.is_empty() {
        view! { <p>{words.home_lapsing_none()}</p> }.into_any()
    } else {
        view! {
            <div class="table-scroll" role="region" aria-labelledby="lapsing-caption" tabindex="0">
                <table class="table">
                    <caption class="visually-hidden" id="lapsing-caption">{words.home_lapsing_caption()}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.people_name()}</th>
                            <th scope="col">{words.people_track()}</th>
                            <th scope="col">{words.people_status()}</th>
                            <th scope="col">{words.people_on()}</th>
                        </tr>
                    </thead>
                    <tbody>{rows.collect_view()}</tbody>
                </table>
            </div>
        }
        .into_any()
    };
    let more = lapsing.people.next.is_some().then(|| {
        let count = lapsing.count.map(|count| view! { " " <span class="soft">{count}</span> });
        view! { <p><a href="/people?standing=lapsing">{words.home_lapsing_all()}</a>{count}</p> }
    });
    view! {
        <section class="section" aria-labelledby="lapsing">
            <div class="section__head">
                <h2 id="lapsing">{words.home_lapsing()}</h2>
                <a href="/people">{words.home_directory()}</a>
            </div>
            {body}
            {more}
        </section>
    }
    .into_any()
}

fn review_part(words: &English, waiting: Waiting) -> AnyView {
    view! {
        <section class="section" aria-labelledby="review">
            <h2 id="review">{words.review_title()}</h2>
            <p><a href="/review">{in_words(words, waiting)}</a></p>
        </section>
    }
    .into_any()
}

fn administrator_part(words: &English) -> AnyView {
    let accounts =
        is_there("/admin/accounts").then(|| view! { <p><a href="/admin/accounts">{words.home_accounts()}</a></p> });
    view! {
        <section class="section" aria-labelledby="accounts">
            <h2 id="accounts">{words.home_administrator()}</h2>
            <p>{words.home_administrator_more()}</p>
            {accounts}
        </section>
    }
    .into_any()
}

fn auditor_part(words: &English) -> AnyView {
    view! {
        <section class="section" aria-labelledby="audit">
            <h2 id="audit">{words.home_auditor()}</h2>
            <p>{words.home_auditor_more()}</p>
            <p><a href="/audit">{words.home_audit()}</a></p>
        </section>
    }
    .into_any()
}
