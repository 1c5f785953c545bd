//! Choices made from a list of numbers: a zero, or no number left, is always the simplest choice.

use rules::Day;

pub(crate) struct Draw {
    numbers: std::vec::IntoIter<u32>,
}

impl Draw {
    pub(crate) fn new(numbers: Vec<u32>) -> Draw {
        Draw { numbers: numbers.into_iter() }
    }

    /// 0 up to, and without, that number.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        self.numbers.next().unwrap_or(0) % limit
    }

    /// Both included.
    pub(crate) fn between(&mut self, least: i32, most: i32) -> i32 {
        least + self.below((most - least + 1) as u32) as i32
    }

    /// True so often in a hundred.
    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) >= 100 - percent
    }

    pub(crate) fn one_of<T: Clone>(&mut self, all: &[T]) -> T {
        all[self.below(all.len() as u32) as usize].clone()
    }

    /// Something, so often in a hundred.
    pub(crate) fn maybe<T>(&mut self, percent: u32, make: impl FnOnce(&mut Draw) -> T) -> Option<T> {
        self.chance(percent).then(|| make(self))
    }

    /// At least one of these, each once, in order.
    pub(crate) fn some_of<T: Clone>(&mut self, all: &[T]) -> Vec<T> {
        let sure = self.below(all.len() as u32) as usize;
        let mut drawn = Vec::new();
        for (at, one) in all.iter().enumerate() {
            if at == sure || self.chance(30) {
                drawn.push(one.clone());
            }
        }
        drawn
    }

    /// Up to so many of something.
    pub(crate) fn up_to<T>(&mut self, most: u32, mut make: impl FnMut(&mut Draw) -> T) -> Vec<T> {
        let count = self.below(most + 1);
        (0..count).map(|_| make(self)).collect()
    }

    /// The day asked about: often a month's end, or around the leap day.
    pub(crate) fn as_of(&mut self) -> Day {
        const LIKED: &[(i32, u32, u32)] = &[
            (2025, 3, 15),
            (2024, 2, 29),
            (2024, 3, 1),
            (2024, 2, 28),
            (2025, 2, 28),
            (2025, 3, 1),
            (2023, 12, 31),
            (2024, 1, 31),
            (2024, 4, 30),
            (2025, 1, 10),
        ];
        let (year, month, day) = self.one_of(LIKED);
        let liked = Day::new(year, month, day).expect("a day of the calendar");
        let offset = if self.chance(50) { self.between(0, 400) } else { 0 };
        liked.plus_days(offset)
    }

    /// A day so many months around another: the same day of the month, one off, a month's end or start, or any.
    pub(crate) fn near(&mut self, day: Day, months_back: i32, months_ahead: i32) -> Day {
        let months = -self.between(-months_ahead, months_back);
        let moved = day.month().plus(months);
        let (_, _, day_of_month) = day.ymd();
        let same = || moved.first_day().plus_days(day_of_month as i32 - 1).min(moved.last_day());
        match self.below(8) {
            0 | 1 => same(),
            2 => same().next(),
            3 => same().previous(),
            4 => moved.last_day(),
            5 => moved.first_day(),
            _ => moved.first_day().plus_days(self.between(0, 27)),
        }
    }

    /// A last day, on or after a first one: now and then the same day.
    pub(crate) fn end_after(&mut self, first: Day, most_months: i32) -> Day {
        if self.chance(10) { first } else { self.near(first, 0, most_months).max(first) }
    }

    /// A small number of months, the same few often, so that things coincide.
    pub(crate) fn months(&mut self) -> u32 {
        self.one_of(&[1, 2, 3, 6, 12, 12, 18, 24])
    }
}
