//! Sorting, each kind once: what is sorted by a number is sorted by the same code, so that a module for the
//! browser holds it once.

/// Numbers ascending.
pub(crate) fn ascending(x: &mut [f64]) {
    x.sort_unstable_by(f64::total_cmp);
}

/// Places ascending, each with what belongs to it; those at one place stay in their order.
pub(crate) fn by_place(places: &mut [(f64, f64)]) {
    places.sort_by(|one, other| one.0.total_cmp(&other.0));
}

/// The indices of values by their size, ascending; those of one size stay in their order.
pub(crate) fn order(values: impl Iterator<Item = f64>) -> Vec<usize> {
    let indexed = values.enumerate();
    let mut places: Vec<(f64, f64)> =
        indexed.map(|(index, value)| (value, index as f64)).collect();
    by_place(&mut places);
    places.into_iter().map(|(_, index)| index as usize).collect()
}

/// Things by a value each, the largest first; those of one value stay in their order.
pub(crate) fn descending<T>(
    things: Vec<T>,
    value: impl Fn(&T) -> f64,
) -> Vec<T> {
    let order = order(things.iter().map(|thing| -value(thing)));
    let mut things: Vec<Option<T>> = things.into_iter().map(Some).collect();
    order.into_iter().filter_map(|index| things[index].take()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_equal_stays_in_its_order() {
        assert_eq!(order([2.0, 1.0, 2.0, 1.0].into_iter()), [1, 3, 0, 2]);
        let words = vec!["b", "a", "dd", "c"];
        let longest = descending(words, |word| word.len() as f64);
        assert_eq!(longest, ["dd", "b", "a", "c"]);
    }
}
