//! The ladder as a graph: a rung a level, jobs upon it, tracks between them.
//!
//! A way that passes a rung gets a place on it, so that it goes around the jobs there. On each rung the order is the one
//! that lets the fewest ways cross, found by going up and down; then everybody moves as close to their neighbors as
//! the others let them.

mod graph;
mod order;

use graph::{Graph, Run, Spot};
use rules::{Day, JobId, Ladder, TrackId, TrackKind};

/// Half a job's height.
pub(crate) const HALF: i32 = 24;
const BETWEEN_RUNGS: i32 = 124;
const TOP: i32 = 50;
/// Where the left rail stands; the names of levels are before it.
pub(crate) const LEFT: i32 = 72;
const MARGIN: i32 = 24;

/// The picture, in pixels.
pub(crate) struct Map {
    pub(crate) width: i32,
    pub(crate) height: i32,
    /// Rungs from the top: the level, and how far down.
    pub(crate) rungs: Vec<(u32, i32)>,
    pub(crate) jobs: Vec<Placed>,
    pub(crate) ways: Vec<Way>,
}

/// A job in its place.
pub(crate) struct Placed {
    pub(crate) job: JobId,
    /// Its middle.
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: i32,
}

/// A track from one of its jobs.
pub(crate) struct Way {
    pub(crate) track: TrackId,
    pub(crate) from: JobId,
    pub(crate) to: JobId,
    pub(crate) kind: TrackKind,
    /// As SVG writes a path.
    pub(crate) path: String,
}

impl Map {
    /// The ladder as it is on a day: every track that has begun, or else as it will begin.
    pub(crate) fn of(ladder: &Ladder, day: Day) -> Map {
        let mut graph = Graph::of(ladder, day);
        graph.order();
        let width = graph.place();
        graph.drawn(width)
    }
}

impl Graph {
    fn drawn(&self, width: i32) -> Map {
        let down = |rung: usize| TOP + (self.rungs.len() - 1 - rung) as i32 * BETWEEN_RUNGS;
        let mut at = vec![(0, 0); self.spots.len()];
        for (rung, spots) in self.rungs.iter().enumerate() {
            for spot in spots {
                at[*spot] = (LEFT + self.spots[*spot].x.round() as i32, down(rung));
            }
        }
        let placed =
            |(spot, (x, y)): (&Spot, &(i32, i32))| spot.job.map(|job| Placed { job, x: *x, y: *y, width: spot.width });
        let way = |run: &Run| {
            let points: Vec<(i32, i32)> = run.spots.iter().map(|spot| at[*spot]).collect();
            Way { track: run.track, from: run.from, to: run.to, kind: run.kind, path: path(&points) }
        };
        Map {
            width: LEFT + width,
            height: TOP * 2 + (self.rungs.len().max(1) - 1) as i32 * BETWEEN_RUNGS + MARGIN,
            rungs: self.levels.iter().enumerate().map(|(rung, level)| (*level, down(rung))).rev().collect(),
            jobs: self.spots.iter().zip(&at).filter_map(placed).collect(),
            ways: self.runs.iter().map(way).collect(),
        }
    }
}

/// From the edge of the first job to the edge of the last, through the places between.
fn path(points: &[(i32, i32)]) -> String {
    const SHORT_OF: i32 = 8;
    let ((x1, y1), (x2, y2)) = (points[0], points[points.len() - 1]);
    if y1 == y2 {
        // Beside each other: below the rung.
        let (out, back) = (y1 + HALF, y2 + HALF + SHORT_OF);
        let depth = y1 + HALF + 38;
        return format!("M{x1} {out}C{x1} {depth} {x2} {depth} {x2} {back}");
    }
    let (leave, arrive) = if y1 > y2 { (y1 - HALF, y2 + HALF + SHORT_OF) } else { (y1 + HALF, y2 - HALF - SHORT_OF) };
    let between = &points[1..points.len() - 1];
    let stops: Vec<(i32, i32)> = [(x1, leave)].iter().chain(between).chain([&(x2, arrive)]).copied().collect();
    let mut path = format!("M{x1} {leave}");
    for (at, pair) in stops.windows(2).enumerate() {
        let ((x, y), (next_x, next_y)) = (pair[0], pair[1]);
        let half = (next_y - y) / 2;
        let (out, into) = (x + lean(&stops, at, half), next_x - lean(&stops, at + 1, half));
        path.push_str(&format!("C{out} {} {into} {} {next_x} {next_y}", y + half, next_y - half));
    }
    path
}

/// How far a way leans where it passes a rung, over so many pixels down: toward where it goes on, but little, so that it
/// keeps clear of the jobs beside it. It leaves and arrives upright.
fn lean(stops: &[(i32, i32)], at: usize, down: i32) -> i32 {
    if at == 0 || at + 1 == stops.len() {
        return 0;
    }
    let ((x, y), (next_x, next_y)) = (stops[at - 1], stops[at + 1]);
    (next_x - x) * down / (next_y - y) / 3
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shipped() -> (&'static Ladder, Map) {
        let ladder = files::default_ladder();
        (ladder, Map::of(ladder, "2026-11-22".parse().unwrap()))
    }

    #[test]
    fn every_track_leads_from_each_of_its_jobs() {
        let (ladder, map) = shipped();
        let ways: Vec<_> = map.ways.iter().map(|way| (way.track, way.from, way.to)).collect();
        let expected: Vec<_> = ladder
            .track_ids()
            .flat_map(|id| {
                let version = ladder.track(id).version_on("2026-11-22".parse().unwrap()).unwrap();
                version.from.iter().map(move |from| (id, *from, version.to))
            })
            .collect();
        assert_eq!(ways, expected);
    }

    #[test]
    fn no_two_jobs_overlap_and_all_are_inside() {
        let (_, map) = shipped();
        for (at, one) in map.jobs.iter().enumerate() {
            assert!(one.x - one.width / 2 > LEFT && one.x + one.width / 2 < map.width, "{:?}", one.job);
            for other in map.jobs[at + 1..].iter().filter(|other| other.y == one.y) {
                assert!((one.x - other.x).abs() > (one.width + other.width) / 2, "{:?} {:?}", one.job, other.job);
            }
        }
    }

    #[test]
    fn whoever_is_higher_stands_higher() {
        let (ladder, map) = shipped();
        let level = |job: &Placed| ladder.catalogue.job(job.job).level.unwrap();
        for one in &map.jobs {
            for other in &map.jobs {
                assert_eq!(level(one).cmp(&level(other)), other.y.cmp(&one.y));
            }
        }
    }

    #[test]
    fn an_empty_ladder_is_an_empty_picture() {
        let map = Map::of(&Ladder::default(), "2026-11-22".parse().unwrap());
        assert!(map.jobs.is_empty() && map.ways.is_empty());
    }
}
