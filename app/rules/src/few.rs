//! Lists of a few, kept in order without the library's sorting: that is made for millions of rows, and weighs 4 KB for
//! every kind of row in what the browser loads.

/// Puts them in order; those of which neither comes before the other stay as they stand.
pub(crate) fn sort<T>(rows: &mut [T], comes_before: impl Fn(&T, &T) -> bool) {
    for end in 1..rows.len() {
        let mut at = end;
        while at > 0 && comes_before(&rows[at], &rows[at - 1]) {
            rows.swap(at, at - 1);
            at -= 1;
        }
    }
}

/// Puts a row into a list that is in order, behind those that it does not come before.
pub(crate) fn put<T>(rows: &mut Vec<T>, row: T, comes_before: impl Fn(&T, &T) -> bool) {
    let at = rows.partition_point(|one| !comes_before(&row, one));
    rows.insert(at, row);
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every list of five from three numbers, each with its place.
    fn lists() -> impl Iterator<Item = Vec<(u32, u32)>> {
        (0..3_u32.pow(5)).map(|number| (0..5).map(|at| (number / 3_u32.pow(at) % 3, at)).collect())
    }

    #[test]
    fn a_few_are_sorted_as_the_library_would_and_equal_ones_stay() {
        for list in lists() {
            let (mut ours, mut theirs) = (list.clone(), list.clone());
            sort(&mut ours, |a, b| a.0 < b.0);
            theirs.sort_by_key(|row| row.0);
            assert_eq!(ours, theirs, "{list:?}");
            let mut one_by_one = Vec::new();
            list.into_iter().for_each(|row| put(&mut one_by_one, row, |a, b| a.0 < b.0));
            assert_eq!(one_by_one, theirs);
        }
    }
}
