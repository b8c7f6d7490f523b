use mixture::*;
use std::io::*;
fn mix(w: &[f64], l: &[f64], s: &[f64]) -> MixtureSameFamily<Normal> {
    MixtureSameFamily::new(
        Categorical::from_weights(w).unwrap(),
        Normal::new(l, s).unwrap(),
    )
    .unwrap()
}
fn nums(s: &str) -> Vec<f64> {
    s.split(',').filter(|x| !x.is_empty()).map(|x| x.parse().unwrap()).collect()
}
fn main() {
    let mut t = String::new();
    stdin().read_to_string(&mut t).unwrap();
    for line in t.lines() {
        let f: Vec<&str> = line.split('|').collect();
        let g = mix(&nums(f[0]), &nums(f[1]), &nums(f[2]));
        let a = nums(f.get(4).unwrap_or(&""));
        let v: Vec<f64> = match f[3] {
            "quantile" => g.quantile(&a).unwrap().into_iter().collect(),
            "cdf" => g.cdf(&a).unwrap().into_iter().collect(),
            "sf" => g.survival_function(&a).unwrap().into_iter().collect(),
            "lcdf" => g.log_cdf(&a).unwrap().into_iter().collect(),
            "lsf" => g.log_survival_function(&a).unwrap().into_iter().collect(),
            "prob" => g.prob(&a).unwrap().into_iter().collect(),
            "lprob" => g.log_prob(&a).unwrap().into_iter().collect(),
            "post" => g
                .posterior_marginal(&a)
                .unwrap()
                .probs()
                .iter()
                .copied()
                .collect(),
            "lpost" => g
                .posterior_marginal(&a)
                .unwrap()
                .log_probs()
                .iter()
                .copied()
                .collect(),
            "mode" => g.modes().unwrap(),
            "anti" => g.antimodes().unwrap(),
            "bound" => g.decision_boundaries().unwrap(),
            "var" => vec![g.mean()[[]], g.variance()[[]], g.stddev()[[]]],
            "ent" => {
                let e = g.cross_entropy(&g).unwrap();
                vec![e.value, e.error]
            }
            "kl" => {
                let h = mix(&nums(f[4]), &nums(f[5]), &nums(f[6]));
                let e = g.kl_divergence(&h).unwrap();
                let c = g.cross_entropy(&h).unwrap();
                vec![e.value, e.error, c.value, c.error]
            }
            _ => panic!(),
        };
        println!(
            "{}",
            v.iter().map(|x| format!("{x:e}")).collect::<Vec<_>>().join(",")
        );
    }
}
