//! The eligibility timeline, drawn: a row a criterion, the days on which all hold below them, and the same as a table.
//!
//! Everything across is in percent of the window, everything down is the style sheet's: bars stretch, text does not.

use std::collections::BTreeSet;

use leptos::prelude::*;
use rules::{Day, Timeline};

use super::tag::{Standing, plain_tag};
use super::time::time;
use super::{Details, Icon};
use crate::app::App;
use crate::pictures::timeline::{Bar, Look, Name, Place, Tick, Window};

/// What is drawn.
pub(crate) struct Picture {
    pub(crate) window: Window,
    pub(crate) as_of: Day,
    /// A row a criterion.
    pub(crate) rows: Vec<Row>,
    /// The days on which all hold.
    pub(crate) all: Row,
    /// Dates that come of it.
    pub(crate) flags: Vec<(Day, String)>,
    /// Moves of the person whose it is.
    pub(crate) moves: Vec<Moved>,
}

/// A move, planned or made.
pub(crate) struct Moved {
    /// Its first day.
    pub(crate) on: Day,
    /// What it is.
    pub(crate) name: String,
    /// The same with its day, for the picture.
    pub(crate) flag: String,
    /// What became of it.
    pub(crate) state: String,
}

/// A criterion, or all of them.
pub(crate) struct Row {
    pub(crate) standing: Standing,
    pub(crate) label: String,
    /// What it is called in the table.
    pub(crate) name: String,
    /// Where more is said of it.
    pub(crate) href: Option<String>,
    pub(crate) bars: Vec<Bar>,
    /// The days themselves.
    pub(crate) days: Timeline,
    /// Since, until or from when, or what is the matter.
    pub(crate) date: (Option<Day>, String),
    /// Whether days gone by are left out of it.
    pub(crate) past: Past,
}

/// Whether the days gone by are there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Past {
    Shown,
    Withheld,
}

const GRID: &str = "timeline-grid";

/// The picture with its legend and its table. Its heading has the id `timeline-title`.
pub(crate) fn timeline(app: &App, picture: &Picture) -> AnyView {
    let rows = picture.rows.iter().map(|row| drawn_row(app, row, "timeline__row")).collect_view();
    let all = drawn_row(app, &picture.all, "timeline__row timeline__row--all");
    let table = table(app, picture);
    view! {
        <figure class="timeline" aria-labelledby="timeline-title">
            {axis(app, picture)}
            <ol class="timeline__rows" role="list">{rows}{all}</ol>
            {flags(picture)}
            {legend(app, picture)}
            <Details summary=app.words.timeline_as_table()>{table}</Details>
        </figure>
    }
    .into_any()
}

/// A timeline of one line, for a cell of a table that tells the same beside it.
pub(crate) fn small_multiple(window: Window, as_of: Day, bars: &[Bar]) -> AnyView {
    let today = window.place(as_of);
    view! {
        <svg class="small-multiple" aria-hidden="true">
            {forecast(today)}
            <line class="small-multiple__base" x1="0" x2="100%" y1="50%" y2="50%"/>
            {bars.iter().map(drawn_bar).collect_view()}
            {line("timeline__today", today)}
        </svg>
    }
    .into_any()
}

fn axis(app: &App, picture: &Picture) -> AnyView {
    let (words, window) = (&app.words, picture.window);
    let (_, month, day) = picture.as_of.ymd();
    let today = window.place(picture.as_of);
    let ticks = window.ticks();
    let lines = ticks.iter().map(tick_line).collect_view();
    let names = ticks.iter().filter_map(|tick| {
        let at = tick.at.to_string();
        match tick.name {
            Name::Year(year) => {
                let year = year.to_string();
                Some(view! { <text class="timeline__month timeline__month--year" x=at>{year}</text> }.into_any())
            }
            Name::Month(month) => {
                Some(view! { <text class="timeline__month" x=at>{words.month_name(month)}</text> }.into_any())
            }
            Name::None => None,
        }
    });
    let names = names.collect_view();
    let now = format!("timeline__now timeline__text--{}", today.anchor());
    view! {
        <svg class="timeline__axis" aria-hidden="true">
            <defs>
                <g id=GRID>{forecast(today)}{lines}{line("timeline__today", today)}</g>
            </defs>
            <line
                class="timeline__today timeline__today--axis"
                x1=today.to_string()
                x2=today.to_string()
                y1="50%"
                y2="100%"
            />
            <text class=now x=today.to_string()>{words.timeline_today(day, month)}</text>
            {names}
        </svg>
    }
    .into_any()
}

fn forecast(today: Place) -> AnyView {
    let width = today.width_to(Place::END).to_string();
    view! { <rect class="timeline__forecast" x=today.to_string() width=width/> }.into_any()
}

fn tick_line(tick: &Tick) -> AnyView {
    let class = match tick.name {
        Name::Year(_) => "timeline__tick timeline__tick--year",
        Name::Month(_) | Name::None => "timeline__tick",
    };
    line(class, tick.at)
}

fn line(class: &'static str, at: Place) -> AnyView {
    view! { <line class=class x1=at.to_string() x2=at.to_string() y2="100%"/> }.into_any()
}

fn drawn_row(app: &App, row: &Row, class: &'static str) -> AnyView {
    let label = view! { <Icon name=row.standing.icon/><span>{row.label.clone()}</span> };
    let label = match row.href.clone() {
        Some(href) => view! { <a class="timeline__label" href=href>{label}</a> }.into_any(),
        None => view! { <span class="timeline__label">{label}</span> }.into_any(),
    };
    let told = row.date.1.clone();
    let date = match row.date.0 {
        Some(day) => time(day, told),
        None => told.into_any(),
    };
    let withheld = (row.past == Past::Withheld).then(|| {
        view! { <svg class="bar-mark" x="0" y="50%"><text x="6">{app.words.timeline_not_shown()}</text></svg> }
    });
    view! {
        <li class=class data-state=row.standing.code>
            {label}
            <svg class="timeline__plot" aria-hidden="true">
                <use href=format!("#{GRID}")/>
                {withheld}
                {row.bars.iter().map(drawn_bar).collect_view()}
            </svg>
            <span class="timeline__date">{date}</span>
        </li>
    }
    .into_any()
}

fn drawn_bar(bar: &Bar) -> AnyView {
    let (from, until) = (bar.from.to_string(), bar.until.to_string());
    let class = format!("bar bar--{}", bar.look.code());
    let width = bar.from.width_to(bar.until).to_string();
    let upon = upon(bar.look).map(|class| view! { <line class=class x1=from.clone() x2=until y1="50%" y2="50%"/> });
    let notch = bar.ends_at.map(|at| {
        view! { <svg class="bar-notch" x=at.to_string() y="50%"><path d="M1.5 -11V11M1.5 -7L-5 0L1.5 7Z"/></svg> }
    });
    let mark = (bar.look == Look::Unknown)
        .then(|| view! { <svg class="bar-mark" x=from.clone() y="50%"><text x="10">"?"</text></svg> });
    view! { <rect class=class x=from.clone() width=width/>{upon}{mark}{notch} }.into_any()
}

/// What lies upon a bar.
fn upon(look: Look) -> Option<&'static str> {
    match look {
        Look::Booked => Some("bar-stripes"),
        Look::Waived => Some("bar-rail"),
        Look::Held | Look::Holds | Look::Will | Look::Claimed | Look::Unknown | Look::Planned => None,
    }
}

/// Room for the text of a flag: one that would be written over another is left out.
const ROOM: i64 = 1_800;

fn flags(picture: &Picture) -> Option<AnyView> {
    let mut last = None;
    let mut drawn = Vec::new();
    let moves = picture.moves.iter().map(|moved| (moved.on, &moved.flag));
    let mut all: Vec<(Day, &String)> = picture.flags.iter().map(|(day, told)| (*day, told)).chain(moves).collect();
    all.sort_by_key(|(day, _)| *day);
    for (day, told) in all {
        let at = picture.window.place(day);
        let has_room = last.is_none_or(|before: Place| before.hundredths_to(at) >= ROOM);
        if at > Place::END || !has_room {
            continue;
        }
        last = Some(at);
        let class = format!("timeline__flag timeline__text--{}", at.anchor());
        drawn.push(view! {
            <line class="timeline__today" x1=at.to_string() x2=at.to_string() y2="0.4rem"/>
            <text class=class x=at.to_string()>{told.clone()}</text>
        });
    }
    if drawn.is_empty() {
        return None;
    }
    Some(view! { <svg class="timeline__flags" aria-hidden="true">{drawn}</svg> }.into_any())
}

fn legend(app: &App, picture: &Picture) -> AnyView {
    let bars = picture.rows.iter().chain([&picture.all]).flat_map(|row| &row.bars);
    let used: BTreeSet<Look> = bars.map(|bar| bar.look).collect();
    let looks = Look::ALL.into_iter().filter(|look| used.contains(look)).map(|look| {
        let class = format!("bar bar--{}", look.code());
        let upon = upon(look).map(|class| view! { <line class=class x1="1" x2="31" y1="50%" y2="50%"/> });
        view! {
            <li>
                <svg aria-hidden="true"><rect class=class x="1" width="30"/>{upon}</svg>
                {app.words.timeline_look(look.code())}
            </li>
        }
    });
    view! {
        <ul class="timeline__legend" role="list" aria-label=app.words.timeline_legend()>{looks.collect_view()}</ul>
    }
    .into_any()
}

fn table(app: &App, picture: &Picture) -> AnyView {
    let words = &app.words;
    let rows = picture.rows.iter().chain([&picture.all]).map(|row| table_row(app, row)).collect_view();
    let moves = picture.moves.iter().map(|moved| {
        view! {
            <tr>
                <th scope="row">{moved.name.clone()}</th>
                <td>{moved.state.clone()}</td>
                <td>{time(moved.on, words.date(moved.on))}</td>
                <td>{words.timeline_open()}</td>
                <td></td>
            </tr>
        }
    });
    let moves = moves.collect_view();
    view! {
        <div class="table-scroll" role="region" aria-labelledby="timeline-table" tabindex="0">
            <table class="table">
                <caption id="timeline-table">{words.timeline_caption()}</caption>
                <thead>
                    <tr>
                        <th scope="col">{words.timeline_criterion()}</th>
                        <th scope="col">{words.timeline_state()}</th>
                        <th scope="col">{words.timeline_first()}</th>
                        <th scope="col">{words.timeline_last()}</th>
                        <th scope="col">{words.timeline_meaning()}</th>
                    </tr>
                </thead>
                <tbody>{rows}{moves}</tbody>
            </table>
        </div>
    }
    .into_any()
}

fn table_row(app: &App, row: &Row) -> AnyView {
    let words = &app.words;
    let spans = row.days.spans();
    let first = spans.iter().map(|span| time(span.from, words.date(span.from)));
    let last = spans.iter().map(|span| match span.end() {
        Some(end) => time(end.previous(), words.date(end.previous())),
        None => words.timeline_open().into_any(),
    });
    let withheld = (row.past == Past::Withheld).then(|| words.timeline_withheld().into_any());
    let looks = row.bars.iter().filter(|bar| !matches!(bar.look, Look::Held | Look::Holds | Look::Will));
    let meaning =
        looks.map(|bar| time(bar.days.from, words.timeline_remark(bar.look.code(), words.date(bar.days.from))));
    view! {
        <tr>
            <th scope="row">{row.name.clone()}</th>
            <td>{plain_tag(&row.standing)}</td>
            <td>{lines(first, || words.timeline_never())}</td>
            <td>{lines(last, || words.timeline_never())}</td>
            <td>{lines(meaning.chain(withheld), String::new)}</td>
        </tr>
    }
    .into_any()
}

/// One under the other, or what stands there if there is none.
fn lines(each: impl Iterator<Item = AnyView>, none: impl FnOnce() -> String) -> AnyView {
    let mut each = each.peekable();
    if each.peek().is_none() {
        return none().into_any();
    }
    let line = |(at, one): (usize, AnyView)| {
        let apart = (at > 0).then(|| view! { <br/> });
        view! { {apart}{one} }
    };
    each.enumerate().map(line).collect_view().into_any()
}
