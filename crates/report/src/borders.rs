use fit::{Fit, with_error};

/// So many standard errors to either side cover nineteen times in twenty.
const NINETEEN_IN_TWENTY: f64 = 1.96;

/// Where which bell takes over from which, from left to right, among the numbers: beyond them a border is arithmetic.
pub(crate) fn sentences(fit: &Fit) -> Vec<String> {
    let mixture = fit.mixture();
    let borders: Vec<(f64, Option<f64>)> =
        fit.decision_boundaries().map_or_else(
            |_| {
                let borders = mixture.decision_boundaries().unwrap_or_default();
                borders.into_iter().map(|at| (at, None)).collect()
            },
            |borders| {
                borders
                    .into_iter()
                    .map(|(at, error)| (at, Some(error)))
                    .collect()
            },
        );
    // The bell that is the likeliest in each stretch: asked in its middle.
    let [least, greatest] = extent(fit);
    let places: Vec<f64> = borders.iter().map(|border| border.0).collect();
    let (Some(first), Some(last)) = (places.first(), places.last()) else {
        return Vec::new();
    };
    let far = last - first + last.abs().max(first.abs()).max(1.0);
    let mut inside = vec![first - far];
    inside
        .extend(places.windows(2).map(|pair| f64::midpoint(pair[0], pair[1])));
    inside.push(last + far);
    let likeliest: Vec<usize> =
        inside.iter().map(|x| likeliest(fit, *x)).collect();
    let pairs = borders.iter().zip(likeliest.windows(2));
    pairs
        .filter(|((at, _), _)| (least..=greatest).contains(at))
        .map(|((at, error), bells)| {
            let [from, to] = [bells[0] + 1, bells[1] + 1];
            let takes_over = format!("bell {to} takes over from bell {from}");
            match error.filter(|error| error.is_finite() && *error > 0.0) {
                Some(error) => {
                    let half = NINETEEN_IN_TWENTY * error;
                    let text = with_error(*at, Some(error));
                    let digits = text.split(' ').next().unwrap_or_default();
                    let decimals =
                        digits.split('.').nth(1).map_or(0, str::len);
                    format!(
                        "At {digits} ({:.decimals$} to {:.decimals$}, nineteen times in twenty) {takes_over}.",
                        at - half,
                        at + half,
                    )
                }
                None => format!(
                    "At {} {takes_over}; how sure that is these numbers cannot tell.",
                    with_error(*at, None),
                ),
            }
        })
        .collect()
}

/// The least and the greatest finite end of the data.
fn extent(fit: &Fit) -> [f64; 2] {
    let ends = fit.sample().folded().flat_map(|(ends, _)| ends);
    ends.filter(|end| end.is_finite())
        .fold([f64::INFINITY, f64::NEG_INFINITY], |[least, greatest], end| {
            [least.min(end), greatest.max(end)]
        })
}

/// The bell to which a number at `x` most probably belongs.
fn likeliest(fit: &Fit, x: f64) -> usize {
    let bells = fit.mixture().components_distribution();
    let (loc, scale) = (bells.loc(), bells.scale());
    let probs = fit.mixture().mixture_distribution().probs();
    let height = |k: usize| {
        let z = (x - loc[k]) / scale[k];
        libm::log(probs[k]) - libm::log(scale[k]) - 0.5 * z * z
    };
    let bells = 0..fit.num_components();
    let best = bells.max_by(|a, b| height(*a).total_cmp(&height(*b)));
    best.unwrap_or(0)
}
