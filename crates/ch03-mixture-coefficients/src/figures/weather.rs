use chapter::{Among, Control, Error, Fact, Figure, Guess, Settings, Shown};
use figure::{Axis, Ink, Panel, Plot, number};

use crate::{GOOD, SEASON_PROBS, SEASONS, days, prob_good};

const PROBABILITY: (f64, f64, f64) = (0.0, 1.0, 0.05);

pub(super) const WEATHER: Figure = Figure {
    name: "weather",
    caption: "A bar is as wide as its season's share of the year and as high as the probability of \
              good weather in it. The area of all four is the probability of good weather: {good}.",
    controls: &[
        Control::slider("spring", "good in spring", PROBABILITY, GOOD[0]),
        Control::slider("summer", "good in summer", PROBABILITY, GOOD[1]),
        Control::slider("autumn", "good in autumn", PROBABILITY, GOOD[2]),
        Control::slider("winter", "good in winter", PROBABILITY, GOOD[3]),
    ],
    guess: Some(Guess {
        question: "How probable is good weather on a day of which you do not know the season?",
        fact: "good",
        among: Among::Numbers { min: 0.0, max: 1.0, step: 0.001 },
        drawn: None,
    }),
    show,
};

fn good(settings: &Settings) -> Result<[f64; 4], Error> {
    let mut good = [0.0; 4];
    for (season, value) in SEASONS.into_iter().zip(&mut good) {
        *value = settings.get(season)?;
        if !(0.0..=1.0).contains(value) {
            return Err(Error::argument(season, "between 0 and 1", *value));
        }
    }
    Ok(good)
}

fn show(settings: &Settings) -> Result<Shown, Error> {
    let good = good(settings)?;
    let mut edges = vec![0.0];
    for share in SEASON_PROBS {
        edges.push(edges[edges.len() - 1] + share);
    }
    let middles = edges.windows(2).map(|edge| f64::midpoint(edge[0], edge[1]));
    let x = Axis::new("season, as wide as its share of the year", 0.0, 1.0)
        .named_ticks(middles.zip(SEASONS));
    let y = Axis::new("probability of good weather", 0.0, 1.08);
    let of_the_year = prob_good(&days(&SEASON_PROBS, &good));
    let label = format!("the year: {}", number(of_the_year, 3));
    let panel = Panel::new(x, y)
        .height(170.0)
        .bars("", edges, good, Ink::Accent)
        .level(of_the_year, label);
    let plot = Plot::new("Four seasons and their good weather").panel(panel);
    Ok(Shown::new(plot, [Fact::number("good", of_the_year, 3)]))
}
