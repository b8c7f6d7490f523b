use std::io::Write;

use chapter::Error;
use mixture::Distribution as _;

use crate::{
    GOOD, LOC, Moments, PROBS, SCALE, SEASON_PROBS, SEASONS, days, model, pair,
    prob_good, smallest_share, weather, weighted_area, weighted_sum,
    weights::bells,
};

/// What `just chapter 3` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    print_weights(out)?;
    print_moments(out)?;
    print_peaks(out)?;
    print_weather(out)
}

fn print_weights(out: &mut dyn Write) -> Result<(), Error> {
    let bells = bells()?;
    writeln!(out, "The two bells with other weights\n")?;
    writeln!(out, "  weights          area   height at 4.8")?;
    for weights in [[1.0, 1.0], [0.5, 0.5], PROBS, [0.6, 0.6], [1.2, -0.2]] {
        writeln!(
            out,
            "  {:>4.1} and {:>4.1}{:>9.4}{:>16.4}",
            weights[0],
            weights[1],
            weighted_area(&weights, &bells)?.value,
            weighted_sum(&weights, &bells, LOC[1])
        )?;
    }
    Ok(())
}

fn print_moments(out: &mut dyn Write) -> Result<(), Error> {
    let moments = Moments::of(&PROBS, &bells()?)?;
    let mixture = model()?;
    writeln!(out, "\nThe model\n")?;
    writeln!(out, "            share   mean   deviation   variance")?;
    for (k, name) in ["prepared", "unprepared"].into_iter().enumerate() {
        writeln!(
            out,
            "  {name:<8}{:>7.1}{:>7.1}{:>12.1}{:>11.4}",
            PROBS[k],
            LOC[k],
            SCALE[k],
            SCALE[k] * SCALE[k]
        )?;
    }
    writeln!(
        out,
        "  {:<8}{:>7.1}{:>7.2}{:>12.4}{:>11.4} = {:.4} within + {:.4} between",
        "all",
        1.0,
        moments.mean,
        libm::sqrt(moments.variance()),
        moments.variance(),
        moments.within,
        moments.between
    )?;
    writeln!(
        out,
        "  {:<8}{:>7}{:>7.2}{:>12.4}{:>11.4}",
        "mixture",
        "",
        mixture.mean()[[]],
        mixture.stddev()[[]],
        mixture.variance()[[]]
    )?;
    let places = |places: Vec<f64>| {
        let texts: Vec<_> = places.iter().map(|x| format!("{x:.4}")).collect();
        texts.join(" and ")
    };
    writeln!(
        out,
        "\n  peaks at {}, the valley at {}",
        places(mixture.modes()?),
        places(mixture.antimodes()?)
    )?;
    Ok(())
}

fn print_peaks(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(
        out,
        "\nTwo bells of one width: how small may the smaller share be?\n"
    )?;
    writeln!(
        out,
        "  distance   smallest share   peaks just above it   just below"
    )?;
    for separation in [2.0, 2.5, 3.0, 3.5, 4.0, 5.0] {
        let Some(share) = smallest_share(separation) else {
            let peaks = pair(0.5, separation, 1.0)?.modes()?.len();
            writeln!(
                out,
                "{separation:>10.1}   none: equal shares have {peaks} peak"
            )?;
            continue;
        };
        let peaks = |share: f64| -> Result<usize, Error> {
            Ok(pair(share, separation, 1.0)?.modes()?.len())
        };
        writeln!(
            out,
            "{separation:>10.1}{share:>17.5}{:>22}{:>13}",
            peaks(share * 1.001)?,
            peaks(share * 0.999)?
        )?;
    }
    Ok(())
}

fn print_weather(out: &mut dyn Write) -> Result<(), Error> {
    let days = days(&SEASON_PROBS, &GOOD);
    writeln!(out, "\nSeasons and weather\n")?;
    writeln!(out, "  season      share   good     both   share and bad")?;
    for (season, name) in SEASONS.into_iter().enumerate() {
        let prob = |good| {
            let same =
                |day: &&crate::Day| day.season == season && day.good == good;
            days.iter().filter(same).map(|day| day.prob).sum::<f64>()
        };
        writeln!(
            out,
            "  {name:<10}{:>7.2}{:>7.1}{:>9.3}{:>16.3}",
            SEASON_PROBS[season],
            GOOD[season],
            prob(true),
            prob(false)
        )?;
    }
    let weather = weather(&SEASON_PROBS, &GOOD)?;
    writeln!(
        out,
        "\n  good weather, every day counted: {:.4}; by the mixture: {:.4}",
        prob_good(&days),
        weather.prob(1.0)?[[]]
    )?;
    Ok(())
}
