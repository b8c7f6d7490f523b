use ndarray::{
    ArrayBase, ArrayRef, ArrayView1, ArrayViewD, Data, Dimension, IxDyn, aview0,
};

use crate::Error;

/// Whatever can be seen as an array of `T`: a number, an array, an array of arrays, a slice, a
/// `Vec`, any array of [`ndarray`], and a reference to one of these.
///
/// Nothing is copied. Numbers are `f64`, for data and parameters, or `usize`, for classes and
/// places: write `3.0`, not `3`.
///
/// # Examples
///
/// ```
/// use mixture::ArrayLike;
///
/// assert_eq!(ArrayLike::<f64>::view(&2.5).shape(), [0; 0]);
/// assert_eq!(ArrayLike::<f64>::view(&[1.0, 2.0]).shape(), [2]);
/// assert_eq!(ArrayLike::<f64>::view(&vec![[1.0], [2.0]]).shape(), [2, 1]);
/// ```
pub trait ArrayLike<T = f64> {
    /// Its elements, in an array of its rank.
    fn view(&self) -> ArrayViewD<'_, T>;

    /// The number, if it is a plain number: it need not go through an array.
    fn number(&self) -> Option<T> {
        None
    }
}

/// An element of an [`ArrayLike`]: a number, or a fixed-size array of elements.
pub trait Element<T>: Sized {
    /// Appends the shape of one element.
    fn shape(axes: &mut Vec<usize>);
    /// All numbers of some elements, in order.
    fn flatten(elements: &[Self]) -> &[T];
}

macro_rules! numbers {
    ($($number:ty)*) => {$(
        impl Element<$number> for $number {
            fn shape(_: &mut Vec<usize>) {}
            fn flatten(elements: &[Self]) -> &[$number] {
                elements
            }
        }

        impl ArrayLike<$number> for $number {
            fn view(&self) -> ArrayViewD<'_, $number> {
                aview0(self).into_dyn()
            }

            fn number(&self) -> Option<$number> {
                Some(*self)
            }
        }
    )*};
}

numbers! { f64 usize }

impl<T, E: Element<T>, const N: usize> Element<T> for [E; N] {
    fn shape(axes: &mut Vec<usize>) {
        axes.push(N);
        E::shape(axes);
    }

    fn flatten(elements: &[Self]) -> &[T] {
        E::flatten(elements.as_flattened())
    }
}

impl<T, E: Element<T>> ArrayLike<T> for [E] {
    fn view(&self) -> ArrayViewD<'_, T> {
        let flat = ArrayView1::from(E::flatten(self));
        let mut shape = vec![self.len()];
        E::shape(&mut shape);
        if shape.len() == 1 {
            return flat.into_dyn();
        }
        let cannot_fail = flat.into_shape_with_order(shape);
        cannot_fail.unwrap_or_else(|_| ArrayView1::from(&[]).into_dyn())
    }
}

impl<T, E: Element<T>, const N: usize> ArrayLike<T> for [E; N] {
    fn view(&self) -> ArrayViewD<'_, T> {
        self.as_slice().view()
    }
}

impl<T, E: Element<T>> ArrayLike<T> for Vec<E> {
    fn view(&self) -> ArrayViewD<'_, T> {
        self.as_slice().view()
    }
}

impl<T, S: Data<Elem = T>, D: Dimension> ArrayLike<T> for ArrayBase<S, D> {
    fn view(&self) -> ArrayViewD<'_, T> {
        ArrayRef::view(self).into_dyn()
    }
}

impl<T, D: Dimension> ArrayLike<T> for ArrayRef<T, D> {
    fn view(&self) -> ArrayViewD<'_, T> {
        ArrayRef::view(self).into_dyn()
    }
}

impl<T, A: ArrayLike<T> + ?Sized> ArrayLike<T> for &A {
    fn view(&self) -> ArrayViewD<'_, T> {
        (**self).view()
    }

    fn number(&self) -> Option<T> {
        (**self).number()
    }
}

/// The shape that both shapes stretch to: aligned at the last axis, and where they differ one of
/// the two is 1.
pub(crate) fn broadcast_shapes(
    (left, left_shape): (&'static str, &[usize]),
    (right, right_shape): (&'static str, &[usize]),
) -> Result<IxDyn, Error> {
    let rank = left_shape.len().max(right_shape.len());
    let axis = |shape: &[usize], axis: usize| {
        (axis + shape.len()).checked_sub(rank).map_or(1, |own| shape[own])
    };
    let mut shape = IxDyn::zeros(rank);
    for (index, len) in shape.slice_mut().iter_mut().enumerate() {
        *len = match (axis(left_shape, index), axis(right_shape, index)) {
            (left, right) if left == right => left,
            (1, len) | (len, 1) => len,
            _ => {
                return Err(Error::Broadcast {
                    left,
                    left_shape: left_shape.to_vec(),
                    right,
                    right_shape: right_shape.to_vec(),
                });
            }
        };
    }
    check_size(&shape)?;
    Ok(shape)
}

/// Checks that an array of this shape can exist: its axes, the empty ones aside, have a product.
pub(crate) fn check_size(shape: &IxDyn) -> Result<(), Error> {
    let axes = shape.slice().iter().filter(|len| **len > 0);
    let size = axes
        .map(|&len| isize::try_from(len).ok())
        .try_fold(1_isize, |size, len| size.checked_mul(len?));
    let too_large = || Error::Size { shape: shape.slice().to_vec() };
    size.map(|_| ()).ok_or_else(too_large)
}

/// An array stretched to a shape that [`broadcast_shapes`] found for it.
pub(crate) fn stretch<'a, T>(
    array: &'a ArrayRef<T, IxDyn>,
    shape: &IxDyn,
) -> ArrayViewD<'a, T> {
    array.broadcast(shape.clone()).unwrap_or_else(|| array.view())
}

/// Checks every element, and names the first that does not pass by its index and value.
pub(crate) fn check(
    argument: &str,
    array: &ArrayRef<f64, IxDyn>,
    requirement: &'static str,
    passes: impl Fn(f64) -> bool,
) -> Result<(), Error> {
    if array.iter().all(|&value| passes(value)) {
        return Ok(());
    }
    let found = array.indexed_iter().find(|(_, value)| !passes(**value));
    found.map_or(Ok(()), |(index, &value)| {
        let argument = indexed(argument, index.slice());
        Err(Error::argument(argument, requirement, value))
    })
}

/// An argument's name with an index: `scale[1]`, `probs[0, 2]`; the name alone for a scalar.
pub(crate) fn indexed(argument: &str, index: &[usize]) -> String {
    if index.is_empty() {
        argument.to_owned()
    } else {
        format!("{argument}{index:?}")
    }
}

/// A shape with one axis more at its end.
pub(crate) fn with_axis(shape: &[usize], len: usize) -> IxDyn {
    IxDyn(&[shape, &[len]].concat())
}
