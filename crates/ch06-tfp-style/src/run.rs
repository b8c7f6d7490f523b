use std::io::Write;

use chapter::Error;
use mixture::Distribution;

use crate::{
    Recorded, antimodes, batched_normal, categorical, decision_boundaries,
    entropy, log_survival, mixture, modes, quantile, recorded, refusals,
};

/// What `just chapter 6` prints.
pub(crate) fn run(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(
        out,
        "Answers here, and how far TensorFlow Probability's are from them\n"
    )?;
    writeln!(
        out,
        "  question                            here   TFP in float32   in float64"
    )?;
    for (question, ours) in comparisons()? {
        let Recorded { float32, float64 } = recorded(question)?;
        let [single, double] = [float32, float64].map(|tfp| off(tfp - ours));
        writeln!(out, "  {question:<28}{ours:>12.7}{single:>17}{double:>13}")?;
    }
    tails(out)?;
    beyond(out)?;
    mistakes(out)?;
    Ok(())
}

/// A difference, in its leading digit.
fn off(difference: f64) -> String {
    if difference == 0.0 { "0".to_owned() } else { format!("{difference:.0e}") }
}

/// Expressions of the recording, and what they are here.
pub(crate) fn comparisons() -> Result<Vec<(&'static str, f64)>, Error> {
    let (cat, normal, gmm) = (categorical()?, batched_normal()?, mixture()?);
    let class = cat.log_probs();
    let grade = normal.log_prob(3.0)?;
    let posterior = gmm.posterior_marginal(3.6)?;
    let gmm = gmm.scalar()?;
    Ok(vec![
        ("cat.prob(0)", cat.probs()[0]),
        ("cat.prob(1)", cat.probs()[1]),
        ("cat.log_prob(0)", class[0]),
        ("cat.log_prob(1)", class[1]),
        ("normal.log_prob(3.0)[0]", grade[0]),
        ("normal.log_prob(3.0)[1]", grade[1]),
        ("gmm.mean()", gmm.mean()),
        ("gmm.variance()", gmm.variance()),
        ("gmm.stddev()", gmm.stddev()),
        ("gmm.prob(2.5)", gmm.prob(2.5)),
        ("gmm.prob(3.6)", gmm.prob(3.6)),
        ("gmm.prob(4.8)", gmm.prob(4.8)),
        ("gmm.log_prob(3.6)", gmm.log_prob(3.6)),
        ("gmm.cdf(3.6)", gmm.cdf(3.6)),
        ("posterior(3.6)[1]", posterior.probs()[1]),
    ])
}

fn tails(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(
        out,
        "\nThe log survival function at grades far out, one at a time\n"
    )?;
    writeln!(out, "     x            here   TFP in float32   TFP in float64")?;
    for x in ["6.0", "6.5", "7.0", "8.0", "20.0"] {
        let question = format!("gmm.log_survival_function({x})");
        let Recorded { float32, float64 } = recorded(&question)?;
        let ours = log_survival(x.parse().unwrap_or(f64::NAN))?;
        writeln!(out, "{x:>6}{ours:>16.6}{float32:>17.6}{float64:>17.6}")?;
    }
    Ok(())
}

fn beyond(out: &mut dyn Write) -> Result<(), Error> {
    writeln!(out, "\nWhat TFP's mixture does not answer\n")?;
    for q in [0.05, 0.5, 0.95] {
        writeln!(out, "  quantile({q:.2}){:>15.6}", quantile(q)?)?;
    }
    for (x, density) in modes()? {
        writeln!(out, "  mode{x:>25.6}, {density:.6} high")?;
    }
    for (x, density) in antimodes()? {
        writeln!(out, "  antimode{x:>21.6}, {density:.6} high")?;
    }
    for x in decision_boundaries()? {
        writeln!(out, "  decision boundary{x:>12.6}")?;
    }
    writeln!(out, "  entropy{:>22.6} nats", entropy()?)?;
    Ok(())
}

fn mistakes(out: &mut dyn Write) -> Result<(), Error> {
    let far = mixture()?.posterior_marginal(1e200)?.probs()[0];
    let here = refusals()?.into_iter().chain([format!("{far:.1}")]);
    let questions = [
        ("probs 3 and 7", "unnormalised.mean()"),
        ("scale -0.3", "negative.log_prob(4.8)[1]"),
        ("q of 1.5", "normal.quantile(1.5)[0]"),
        ("x of 1e200", "posterior(1e200)[0]"),
    ];
    writeln!(out, "\nWhat TFP answers, and what is answered here\n")?;
    for ((given, question), here) in questions.into_iter().zip(here) {
        let tfp = recorded(question)?.float64;
        // The refusal without its advice, which would not fit on the line.
        let here = here.split("; ").next().unwrap_or(&here);
        writeln!(out, "  {given:<16}{tfp:>6.1}   {here}")?;
    }
    Ok(())
}
