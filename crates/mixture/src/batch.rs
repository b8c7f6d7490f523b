//! How the members of a batch are laid out, counted and met by an argument.

use ndarray::{ArrayD, ArrayRef, ArrayViewD, Dimension, IntoDimension, IxDyn};

use crate::{
    Error,
    array::{broadcast_shapes, indexed, stretch},
};

/// The parameters of every member.
///
/// The array is in standard layout, so that members are counted in row-major order.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Batch<T>(ArrayD<T>);

impl<T: Copy> Batch<T> {
    /// `f` of every parameter.
    pub(crate) fn of_one(
        array: &ArrayRef<f64, IxDyn>,
        f: impl Fn(f64) -> T,
    ) -> Self {
        let members = array.iter().map(|&element| f(element)).collect();
        Self(shaped(array.raw_dim(), members))
    }

    /// `f` of every pair of parameters, the two arrays stretched against each other.
    pub(crate) fn of_two(
        a: (&'static str, ArrayViewD<'_, f64>),
        b: (&'static str, ArrayViewD<'_, f64>),
        f: impl Fn(f64, f64) -> T,
    ) -> Result<Self, Error> {
        zip_stretched(a, b, f).map(Self)
    }

    pub(crate) fn shape(&self) -> &[usize] {
        self.0.shape()
    }

    pub(crate) fn get(&self, member: usize) -> Option<T> {
        self.0.as_slice()?.get(member).copied()
    }

    /// `f` of every member, in the batch shape.
    pub(crate) fn map<U>(&self, f: impl Fn(T) -> U) -> ArrayD<U> {
        mapped(&self.0, |&member| f(member))
    }

    /// `f` of every pair of members of two batches, stretched against each other.
    pub(crate) fn zip(
        &self,
        other: &Self,
        f: impl Fn(T, T) -> f64,
    ) -> Result<ArrayD<f64>, Error> {
        let batch = ("batch_shape", self.0.view());
        zip_stretched(batch, ("other's batch_shape", other.0.view()), f)
    }

    pub(crate) fn gather(
        &self,
        members: &ArrayRef<usize, IxDyn>,
    ) -> Result<Self, Error> {
        check_members(self.0.len(), members)?;
        let gathered = members.iter().filter_map(|&member| self.get(member));
        Ok(Self(shaped(members.raw_dim(), gathered.collect())))
    }
}

/// `f` of every pair of elements of two arrays, stretched against each other; in standard layout.
pub(crate) fn zip_stretched<T: Copy, U>(
    (left, a): (&'static str, ArrayViewD<'_, T>),
    (right, b): (&'static str, ArrayViewD<'_, T>),
    f: impl Fn(T, T) -> U,
) -> Result<ArrayD<U>, Error> {
    let shape = broadcast_shapes((left, a.shape()), (right, b.shape()))?;
    let (a, b) = (stretch(&a, &shape), stretch(&b, &shape));
    let values = a.iter().zip(&b).map(|(&a, &b)| f(a, b)).collect();
    Ok(shaped(shape, values))
}

/// How many members a batch has.
pub(crate) fn batch_len(batch_shape: &[usize]) -> usize {
    batch_shape.iter().product()
}

/// The place of every member, in the batch shape.
pub(crate) fn members(batch_shape: &[usize]) -> ArrayD<usize> {
    let members = (0..batch_len(batch_shape)).collect();
    shaped(IxDyn(batch_shape), members)
}

/// Checks that a batch is a single distribution, for a `method` that needs one.
pub(crate) fn check_single(
    method: &'static str,
    batch_shape: &[usize],
) -> Result<(), Error> {
    if batch_shape.is_empty() {
        Ok(())
    } else {
        Err(Error::Batch { method, batch_shape: batch_shape.to_vec() })
    }
}

/// `f` of every point and of the member that it meets, where the two are stretched against each
/// other; one after the other in row-major order of the shape that is returned.
pub(crate) fn each_member<T: Copy>(
    batch_shape: &[usize],
    argument: &'static str,
    x: &ArrayRef<T, IxDyn>,
    mut f: impl FnMut(usize, T),
) -> Result<IxDyn, Error> {
    if batch_shape.is_empty() {
        x.iter().for_each(|&x| f(0, x));
        return Ok(x.raw_dim());
    }
    let shape =
        broadcast_shapes((argument, x.shape()), ("batch_shape", batch_shape))?;
    let members = members(batch_shape);
    let (x, members) = (stretch(x, &shape), stretch(&members, &shape));
    members.iter().zip(x).for_each(|(&member, &x)| f(member, x));
    Ok(shape)
}

/// [`each_member`], with what `f` gives in an array.
pub(crate) fn map_members<T: Copy>(
    batch_shape: &[usize],
    argument: &'static str,
    x: &ArrayRef<T, IxDyn>,
    mut f: impl FnMut(usize, T) -> f64,
) -> Result<ArrayD<f64>, Error> {
    let mut values = Vec::with_capacity(x.len());
    let push = |member, x| values.push(f(member, x));
    let shape = each_member(batch_shape, argument, x, push)?;
    Ok(shaped(shape, values))
}

/// An array of the shape out of its elements in row-major order.
#[allow(
    clippy::expect_used,
    reason = "callers make one element for every place of the shape"
)]
pub(crate) fn shaped<T>(shape: IxDyn, elements: Vec<T>) -> ArrayD<T> {
    ArrayD::from_shape_vec(shape, elements).expect("an element for every place")
}

/// `f` of every element; in standard layout.
///
/// Not the method of [`ndarray`], which sorts the axes first: half of what it is in a module of
/// WebAssembly would be the sorting.
pub(crate) fn mapped<T, U>(
    array: &ArrayRef<T, IxDyn>,
    f: impl FnMut(&T) -> U,
) -> ArrayD<U> {
    shaped(array.raw_dim(), array.iter().map(f).collect())
}

/// The shape of a sample: sample shape + batch shape.
pub(crate) fn sample_shape(
    shape: impl IntoDimension,
    batch_shape: &[usize],
) -> IxDyn {
    let shape = shape.into_dimension();
    IxDyn(&[shape.slice(), batch_shape].concat())
}

/// This many draws, from one member after the other, round and round.
pub(crate) fn sample_members<T>(
    batch_shape: &[usize],
    draws: usize,
    mut draw: impl FnMut(usize) -> T,
) -> Vec<T> {
    let members = batch_len(batch_shape);
    (0..draws).map(|nth| draw(nth % members)).collect()
}

/// Checks that every place is one of `len`.
pub(crate) fn check_members(
    len: usize,
    members: &ArrayRef<usize, IxDyn>,
) -> Result<(), Error> {
    let beyond = members.indexed_iter().find(|(_, member)| **member >= len);
    beyond.map_or(Ok(()), |(index, &member)| {
        let argument = indexed("members", index.slice());
        Err(Error::Index { argument, len, index: member })
    })
}
