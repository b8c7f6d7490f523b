use std::{any::type_name, fmt};

use crate::{Bernoulli, Categorical, Distribution, MixtureSameFamily, Normal};

/// Writes what TensorFlow Probability's `repr` writes, except for the name of the instance: here it
/// has none.
fn write<D: Distribution>(
    distribution: &D,
    name: &str,
    f: &mut fmt::Formatter<'_>,
) -> fmt::Result {
    write!(
        f,
        "<mixture::{name} batch_shape={:?} event_shape={:?} dtype={}>",
        distribution.batch_shape(),
        distribution.event_shape(),
        type_name::<D::Value>(),
    )
}

macro_rules! display {
    ($($distribution:ident)*) => {$(
        impl fmt::Display for $distribution {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                write(self, stringify!($distribution), f)
            }
        }
    )*};
}

display! { Bernoulli Categorical Normal }

impl<C: Distribution> fmt::Display for MixtureSameFamily<C> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write(self, "MixtureSameFamily", f)
    }
}
