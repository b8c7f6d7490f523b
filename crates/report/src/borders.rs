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
    let Ok(likeliest) = mixture.posterior_mode(&inside) else {
        return Vec::new();
    };
    let likeliest: Vec<usize> = likeliest.into_iter().collect();
    let pairs = borders.iter().zip(likeliest.windows(2));
    pairs
        .filter(|((at, _), _)| (least..=greatest).contains(at))
        .map(|((at, error), bells)| {
            let [from, to] = [bells[0] + 1, bells[1] + 1];
            let takes_over = format!("bell {to} takes over from bell {from}");
            match error.filter(|error| error.is_finite() && *error > 0.0) {
                Some(error) => {
                    let half = NINETEEN_IN_TWENTY * error;
                    // With as many digits as the error asks for.
                    let [at, from, to] = [*at, at - half, at + half].map(|x| {
                        let text = with_error(x, Some(error));
                        text.split(' ').next().unwrap_or_default().to_owned()
                    });
                    format!(
                        "At {at} ({from} to {to}, nineteen times in twenty) {takes_over}."
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
