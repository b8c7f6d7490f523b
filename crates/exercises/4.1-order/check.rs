//! 4.1: parents come first.

use crate::{Verdict, call};

#[cfg(test)]
#[allow(unreachable_pub, reason = "it is written as the reader's file is")]
pub(crate) mod solution;

/// Whether every node comes once, and after its parents.
fn is_order(parents: &[Vec<usize>], order: Option<&Vec<usize>>) -> bool {
    let Some(order) = order else { return false };
    let place = |node: usize| order.iter().position(|other| *other == node);
    let is_placed = |node: usize| {
        let earlier = |parent: &usize| place(*parent) < place(node);
        place(node).is_some() && parents[node].iter().all(earlier)
    };
    order.len() == parents.len() && (0..parents.len()).all(is_placed)
}

/// Whether an order is found where there is one, and none where there is none.
pub fn check(order: fn(&[Vec<usize>]) -> Option<Vec<usize>>) -> Verdict {
    let parents_first = "have every node once, after its parents";
    call!(order(&[vec![], vec![0], vec![0, 1]]))
        .must(parents_first, |got| {
            is_order(&[vec![], vec![0], vec![0, 1]], got.as_ref())
        })?;
    call!(order(&[vec![1], vec![2], vec![]]))
        .slip(
            Some(vec![0, 1, 2]),
            "that is the order of the numbers, and 2 is a parent of 1",
        )
        .slip(
            Some(vec![2]),
            "look again when a node has been placed: another may be ready now",
        )
        .slip(
            None,
            "2 has no parents, so it can come first; there is no circle",
        )
        .must(parents_first, |got| {
            is_order(&[vec![1], vec![2], vec![]], got.as_ref())
        })?;
    call!(order(&[vec![3], vec![3], vec![0, 1], vec![], vec![]])).must(
        parents_first,
        |got| {
            let parents = [vec![3], vec![3], vec![0, 1], vec![], vec![]];
            is_order(&parents, got.as_ref())
        },
    )?;
    call!(order(&[vec![1], vec![0]]))
        .slip(
            Some(vec![]),
            "each waits for the other: an order that leaves nodes out is none",
        )
        .gives(None)?;
    call!(order(&[vec![0]])).gives(None)?;
    call!(order(&[vec![], vec![2], vec![1]]))
        .slip(
            Some(vec![0]),
            "1 and 2 are each other's parents, and they are left out",
        )
        .gives(None)?;
    call!(order(&[]))
        .slip(None, "a graph without nodes has no circle; its order is empty")
        .gives(Some(Vec::new()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::said;
    use insta::assert_snapshot;

    #[test]
    fn the_order_of_the_numbers_is_no_order() {
        let numbers =
            |parents: &[Vec<usize>]| Some((0..parents.len()).collect());
        assert_snapshot!(said(check(numbers)), @"`order(&[vec![1], vec![2], vec![]])` should have every node once, after its parents, got Some([0, 1, 2]): that is the order of the numbers, and 2 is a parent of 1");
    }

    #[test]
    fn a_circle_is_not_passed_over() {
        let as_far_as_it_goes = |parents: &[Vec<usize>]| {
            let mut order = Vec::new();
            for _ in parents {
                let ready = (0..parents.len()).find(|node| {
                    !order.contains(node)
                        && parents[*node].iter().all(|p| order.contains(p))
                });
                order.extend(ready);
            }
            Some(order)
        };
        assert_snapshot!(said(check(as_far_as_it_goes)), @"`order(&[vec![1], vec![0]])` should be None, got Some([]): each waits for the other: an order that leaves nodes out is none");
    }
}
