//! Arrays as people write them: `2.5`, `[2.5, 4.8]`, `[[0.0, 1.0], [2.0, 3.0]]`.

use std::fmt;

use ndarray::{ArrayD, ArrayViewD, Axis, IxDyn};
use serde::{
    Deserialize, Deserializer, Serialize, Serializer,
    de::{Error, MapAccess, SeqAccess, Visitor},
    ser::SerializeSeq,
};

/// An array: lists within lists where a person may read it, and what [`ndarray`] writes, which is
/// read in both cases, elsewhere. A −∞ is written as none, for JSON has no infinity.
#[derive(Clone, Debug)]
pub(super) struct Lists(pub(super) ArrayD<f64>);

/// As [`ndarray`] writes it.
#[derive(Deserialize)]
struct Parts {
    v: u8,
    dim: Vec<usize>,
    data: Vec<Option<f64>>,
}

impl Serialize for Lists {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if to.is_human_readable() {
            Nested(self.0.view()).serialize(to)
        } else {
            self.0.mapv(finite).serialize(to)
        }
    }
}

/// None for −∞.
fn finite(x: f64) -> Option<f64> {
    (x > f64::NEG_INFINITY).then_some(x)
}

/// A part of the array.
struct Nested<'a>(ArrayViewD<'a, f64>);

impl Serialize for Nested<'_> {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        if self.0.ndim() == 0 {
            return self.0.first().copied().and_then(finite).serialize(to);
        }
        let mut list = to.serialize_seq(Some(self.0.len_of(Axis(0))))?;
        for part in self.0.axis_iter(Axis(0)) {
            list.serialize_element(&Nested(part))?;
        }
        list.end()
    }
}

impl<'de> Deserialize<'de> for Lists {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        if from.is_human_readable() {
            return from.deserialize_any(Reader);
        }
        let array = ArrayD::<Option<f64>>::deserialize(from)?;
        Ok(Self(array.mapv(|x| x.unwrap_or(f64::NEG_INFINITY))))
    }
}

struct Reader;

impl Reader {
    fn number(x: f64) -> Lists {
        Lists(ArrayD::from_elem(IxDyn(&[]), x))
    }
}

impl<'de> Visitor<'de> for Reader {
    type Value = Lists;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a number, or a list of numbers or of lists")
    }

    fn visit_f64<E: Error>(self, x: f64) -> Result<Lists, E> {
        Ok(Self::number(x))
    }

    fn visit_i64<E: Error>(self, x: i64) -> Result<Lists, E> {
        Ok(Self::number(x as f64))
    }

    fn visit_u64<E: Error>(self, x: u64) -> Result<Lists, E> {
        Ok(Self::number(x as f64))
    }

    fn visit_unit<E: Error>(self) -> Result<Lists, E> {
        Ok(Self::number(f64::NEG_INFINITY))
    }

    fn visit_seq<A: SeqAccess<'de>>(
        self,
        mut list: A,
    ) -> Result<Lists, A::Error> {
        let mut elements = Vec::new();
        let mut shape = None;
        while let Some(Lists(part)) = list.next_element()? {
            let first = shape.get_or_insert_with(|| part.shape().to_vec());
            let index = elements.len() / first.iter().product::<usize>().max(1);
            if part.shape() != first {
                return Err(A::Error::custom(format!(
                    "element {index} of a list has the shape {:?}, the first has {first:?}",
                    part.shape()
                )));
            }
            elements.extend(part);
        }
        let rest = shape.unwrap_or_default();
        let count = match rest.iter().product::<usize>() {
            0 => 0,
            size => elements.len() / size,
        };
        let shape = [&[count], rest.as_slice()].concat();
        array(&shape, elements).map_err(A::Error::custom)
    }

    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Lists, A::Error> {
        let parts = serde::de::value::MapAccessDeserializer::new(map);
        let Parts { v, dim, data } = Parts::deserialize(parts)?;
        if v != 1 {
            let message = format!("arrays of version {v} are not known");
            return Err(A::Error::custom(message));
        }
        let data = data.into_iter();
        let data = data.map(|x| x.unwrap_or(f64::NEG_INFINITY)).collect();
        array(&dim, data).map_err(A::Error::custom)
    }
}

fn array(shape: &[usize], elements: Vec<f64>) -> Result<Lists, String> {
    let len = elements.len();
    ArrayD::from_shape_vec(IxDyn(shape), elements)
        .map(Lists)
        .map_err(|_| format!("{len} numbers do not fill the shape {shape:?}"))
}
