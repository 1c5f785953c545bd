//! Where everybody stands: in the order in which the fewest ways cross, and as near to their neighbors as they can.

use super::MARGIN;
use super::graph::{Graph, Spot};

const LEAST_WIDTH: i32 = 1052;
const GAP: i32 = 26;
const SWEEPS: usize = 12;

impl Graph {
    /// Puts every rung in the order in which the fewest ways cross.
    pub(super) fn order(&mut self) {
        let mut best = (self.crossings(), self.rungs.clone());
        for sweep in 0..SWEEPS {
            let upward = sweep % 2 == 0;
            let mut place = self.places();
            let mut rungs: Vec<usize> = (0..self.rungs.len()).collect();
            if !upward {
                rungs.reverse();
            }
            for rung in rungs {
                let mean = |spot: &usize| {
                    let near = if upward { &self.spots[*spot].below } else { &self.spots[*spot].above };
                    middle(near.iter().map(|one| place[*one])).unwrap_or(place[*spot])
                };
                let mut means: Vec<(f64, usize)> = self.rungs[rung].iter().map(|spot| (mean(spot), *spot)).collect();
                means.sort_by(|a, b| a.0.total_cmp(&b.0));
                self.rungs[rung] = means.into_iter().map(|(_, spot)| spot).collect();
                let count = self.rungs[rung].len() as f64;
                for (at, spot) in self.rungs[rung].iter().enumerate() {
                    place[*spot] = (at as f64 + 0.5) / count;
                }
            }
            let crossings = self.crossings();
            if crossings < best.0 {
                best = (crossings, self.rungs.clone());
            }
        }
        self.rungs = best.1;
    }

    /// Where everybody is on their rung, between 0 and 1.
    fn places(&self) -> Vec<f64> {
        let mut places = vec![0.0; self.spots.len()];
        for rung in &self.rungs {
            for (at, spot) in rung.iter().enumerate() {
                places[*spot] = (at as f64 + 0.5) / rung.len() as f64;
            }
        }
        places
    }

    fn crossings(&self) -> usize {
        let places = self.places();
        let between = |rung: &Vec<usize>| {
            let ways = rung.iter().flat_map(|spot| self.spots[*spot].above.iter().map(move |above| (*spot, *above)));
            let ways: Vec<(f64, f64)> = ways.map(|(from, to)| (places[from], places[to])).collect();
            let cross = |a: &(f64, f64), b: &(f64, f64)| (a.0 - b.0) * (a.1 - b.1) < 0.0;
            let pairs = ways.iter().enumerate().flat_map(|(at, a)| ways[at + 1..].iter().map(move |b| (a, b)));
            pairs.filter(|(a, b)| cross(a, b)).count()
        };
        self.rungs.iter().map(between).sum()
    }

    /// Gives everybody a place across; how wide the picture is.
    pub(super) fn place(&mut self) -> i32 {
        let room = |rung: &Vec<usize>| rung.iter().map(|spot| self.spots[*spot].width + GAP).sum::<i32>() + MARGIN;
        let width = self.rungs.iter().map(room).max().unwrap_or(0).max(LEAST_WIDTH);
        for rung in self.rungs.clone() {
            let step = f64::from(width) / rung.len() as f64;
            let wanted: Vec<f64> = (0..rung.len()).map(|at| (at as f64 + 0.5) * step).collect();
            self.settle(&rung, &wanted, width);
        }
        for sweep in 0..SWEEPS {
            let mut rungs = self.rungs.clone();
            if sweep % 2 == 1 {
                rungs.reverse();
            }
            for rung in rungs {
                let near = |spot: &usize| {
                    let Spot { below, above, x, .. } = &self.spots[*spot];
                    middle(below.iter().chain(above).map(|one| self.spots[*one].x)).unwrap_or(*x)
                };
                let wanted: Vec<f64> = rung.iter().map(near).collect();
                self.settle(&rung, &wanted, width);
            }
        }
        width
    }

    /// Puts a rung as close to where its spots want to be as their order and widths allow: where some would overlap
    /// they move together, to the mean of what they want.
    fn settle(&mut self, rung: &[usize], wanted: &[f64], width: i32) {
        let half = |spot: &usize| f64::from(self.spots[*spot].width + GAP) / 2.0;
        let mut offsets = Vec::with_capacity(rung.len());
        let mut offset = 0.0;
        for (at, spot) in rung.iter().enumerate() {
            offset += if at == 0 { 0.0 } else { half(&rung[at - 1]) + half(spot) };
            offsets.push(offset);
        }
        // Blocks of spots that move together: their mean and how many.
        let mut blocks: Vec<(f64, usize)> = Vec::new();
        for (want, offset) in wanted.iter().zip(&offsets) {
            let mut block = (want - offset, 1);
            while let Some(before) = blocks.pop_if(|before| before.0 >= block.0) {
                let count = before.1 + block.1;
                block = ((before.0 * before.1 as f64 + block.0 * block.1 as f64) / count as f64, count);
            }
            blocks.push(block);
        }
        let least = rung.first().map_or(0.0, half);
        let most = f64::from(width) - rung.last().map_or(0.0, half) - offset;
        let shifts = blocks.into_iter().flat_map(|(shift, count)| std::iter::repeat_n(shift, count));
        let shifts: Vec<f64> = shifts.map(|shift| shift.clamp(least.min(most), most.max(least))).collect();
        for ((spot, shift), offset) in rung.iter().zip(shifts).zip(offsets) {
            self.spots[*spot].x = shift + offset;
        }
    }
}

fn middle(values: impl Iterator<Item = f64>) -> Option<f64> {
    let (sum, count) = values.fold((0.0, 0), |(sum, count), value| (sum + value, count + 1));
    (count > 0).then(|| sum / f64::from(count))
}
