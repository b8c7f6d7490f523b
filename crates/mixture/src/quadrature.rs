//! Areas under smooth curves, with an estimate of the error.

/// A number that was computed by quadrature, and how far off it is at the most, by the rule's own
/// estimate.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Integral {
    /// The number.
    pub value: f64,
    /// The estimate of its error.
    pub error: f64,
}

/// The nodes on the right half of [−1, 1] of the rule of Kronrod with 15 nodes, their weights, and
/// the weights of Gauss's rule, which uses every other node.
///
/// Piessens, de Doncker-Kapenga, Überhuber and Kahaner, *QUADPACK* (1983), routine QK15.
const NODES: [[f64; 3]; 8] = [
    [0.0, 0.209_482_141_084_727_83, 0.417_959_183_673_469_4],
    [0.207_784_955_007_898_47, 0.204_432_940_075_298_9, 0.0],
    [0.405_845_151_377_397_2, 0.190_350_578_064_785_4, 0.381_830_050_505_118_9],
    [0.586_087_235_467_691_1, 0.169_004_726_639_267_9, 0.0],
    [
        0.741_531_185_599_394_4,
        0.140_653_259_715_525_92,
        0.279_705_391_489_276_7,
    ],
    [0.864_864_423_359_769_1, 0.104_790_010_322_250_19, 0.0],
    [
        0.949_107_912_342_758_5,
        0.063_092_092_629_978_55,
        0.129_484_966_168_869_7,
    ],
    [0.991_455_371_120_812_6, 0.022_935_322_010_529_224, 0.0],
];

/// So often a stretch is halved at the most.
const DEPTH: usize = 40;

/// The area under `f` over the stretches between neighbouring `breaks`, each halved until the
/// two rules agree to its share of the tolerance.
pub(crate) fn integrate(
    f: impl Fn(f64) -> f64,
    breaks: &[f64],
    tolerance: f64,
) -> Integral {
    let mut total = Integral { value: 0.0, error: 0.0 };
    let share = tolerance / breaks.len() as f64;
    for stretch in breaks.windows(2) {
        let mut open = vec![(stretch[0], stretch[1], 0)];
        while let Some((from, to, depth)) = open.pop() {
            let part = gauss_kronrod(&f, from, to);
            if part.error <= share || depth == DEPTH || part.value.is_nan() {
                total.value += part.value;
                total.error += part.error;
            } else {
                let middle = f64::midpoint(from, to);
                open.push((middle, to, depth + 1));
                open.push((from, middle, depth + 1));
            }
        }
    }
    total
}

fn gauss_kronrod(f: &impl Fn(f64) -> f64, from: f64, to: f64) -> Integral {
    let (middle, half) = (f64::midpoint(from, to), 0.5 * (to - from));
    let (mut kronrod, mut gauss) = (0.0, 0.0);
    for [node, kronrod_weight, gauss_weight] in NODES {
        let height = if node == 0.0 {
            f(middle)
        } else {
            f(middle - half * node) + f(middle + half * node)
        };
        kronrod += kronrod_weight * height;
        gauss += gauss_weight * height;
    }
    Integral { value: kronrod * half, error: ((kronrod - gauss) * half).abs() }
}
