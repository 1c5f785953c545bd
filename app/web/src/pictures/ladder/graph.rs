//! The ladder as a graph: jobs and the spots that ways pass, rung by rung.

use std::collections::BTreeMap;

use rules::{Day, JobId, Ladder, TrackId, TrackKind};

/// The room that a way takes where it passes a rung.
const LANE: i32 = 14;

/// A job on its rung, or a way that passes there.
pub(super) struct Spot {
    pub(super) job: Option<JobId>,
    pub(super) width: i32,
    pub(super) x: f64,
    /// Spots on the rung below and above that a way leads to.
    pub(super) below: Vec<usize>,
    pub(super) above: Vec<usize>,
}

/// A way by the spots it passes, from the job to the job.
pub(super) struct Run {
    pub(super) track: TrackId,
    pub(super) from: JobId,
    pub(super) to: JobId,
    pub(super) kind: TrackKind,
    pub(super) spots: Vec<usize>,
}

pub(super) struct Graph {
    pub(super) spots: Vec<Spot>,
    /// Spots by rung from the lowest, each in order.
    pub(super) rungs: Vec<Vec<usize>>,
    pub(super) levels: Vec<u32>,
    pub(super) runs: Vec<Run>,
}

impl Graph {
    pub(super) fn of(ladder: &Ladder, day: Day) -> Graph {
        let version = |id: TrackId| {
            let track = ladder.track(id);
            track.version_on(day).or(track.versions.first()).map(|version| (id, version))
        };
        let versions: Vec<_> = ladder.track_ids().filter_map(version).collect();
        let mut level: BTreeMap<JobId, u32> = BTreeMap::new();
        for (_, version) in &versions {
            for job in version.from.iter().chain([&version.to]) {
                level.insert(*job, ladder.catalogue.job(*job).level.unwrap_or(0));
            }
        }
        let mut levels: Vec<u32> = level.values().copied().collect();
        levels.sort_unstable();
        levels.dedup();
        let mut graph = Graph { spots: Vec::new(), rungs: vec![Vec::new(); levels.len()], levels, runs: Vec::new() };
        let mut at: BTreeMap<JobId, (usize, usize)> = BTreeMap::new();
        for (job, level) in &level {
            let rung = graph.levels.partition_point(|one| one < level);
            let width = width_of(ladder.catalogue.job(*job).title.chars().count());
            at.insert(*job, (rung, graph.add(rung, Some(*job), width)));
        }
        for (track, version) in versions {
            for from in &version.from {
                graph.run(track, (*from, at[from]), (version.to, at[&version.to]), version.kind);
            }
        }
        graph
    }

    fn add(&mut self, rung: usize, job: Option<JobId>, width: i32) -> usize {
        let spot = self.spots.len();
        self.spots.push(Spot { job, width, x: 0.0, below: Vec::new(), above: Vec::new() });
        self.rungs[rung].push(spot);
        spot
    }

    /// A way, with a spot on every rung that it passes.
    fn run(
        &mut self,
        track: TrackId,
        (from, (from_rung, from_spot)): (JobId, (usize, usize)),
        (to, (to_rung, to_spot)): (JobId, (usize, usize)),
        kind: TrackKind,
    ) {
        let (low, high) = (from_rung.min(to_rung), from_rung.max(to_rung));
        let mut spots: Vec<usize> = (low + 1..high).map(|rung| self.add(rung, None, LANE)).collect();
        if from_rung > to_rung {
            spots.reverse();
        }
        spots.insert(0, from_spot);
        spots.push(to_spot);
        for pair in spots.windows(2) {
            let (lower, upper) = if from_rung <= to_rung { (pair[0], pair[1]) } else { (pair[1], pair[0]) };
            if from_rung != to_rung {
                self.spots[lower].above.push(upper);
                self.spots[upper].below.push(lower);
            }
        }
        self.runs.push(Run { track, from, to, kind, spots });
    }
}

/// Room for a title, and for a date below it.
fn width_of(letters: usize) -> i32 {
    (24 + letters as i32 * 15 / 2).max(184)
}
