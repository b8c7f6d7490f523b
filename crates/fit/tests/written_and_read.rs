//! What is written is read again, and what was changed in between is refused.

#![allow(clippy::unwrap_used, reason = "tests stop at the first surprise")]

mod common;

use common::{drawn, numbers, of_kind, parts};
use fit::{Fit, GaussianMixture, Sample};
use proptest::prelude::*;

proptest! {
    #[test]
    fn a_sample_of_any_kind_is_the_same_after_it_was_written(x in numbers(), kind in 0_usize..5) {
        let sample = of_kind(&x, kind);
        let text = serde_json::to_string(&sample).unwrap();
        prop_assert_eq!(serde_json::from_str::<Sample>(&text).unwrap(), sample);
    }
}

#[test]
fn a_fit_is_the_same_after_it_was_written() {
    let sample = Sample::rounded(drawn(100, 1), 0.01).unwrap();
    let model = GaussianMixture::new(2).equal_scale();
    let fit = model.fit(&sample).unwrap();
    let text = serde_json::to_string(&fit).unwrap();
    let read: Fit = serde_json::from_str(&text).unwrap();
    assert_eq!(parts(read.mixture()), parts(fit.mixture()));
    assert_eq!(read.model(), &model);
    assert_eq!(read.warnings(), fit.warnings());
    assert_eq!(read.labels(), fit.labels());
    let [one, other] = [&read, &fit].map(Fit::log_likelihood);
    assert!((one - other).abs() < 1e-9);
}

#[test]
fn what_was_changed_is_refused() {
    let sample = Sample::new(drawn(100, 1)).unwrap();
    let fit = GaussianMixture::new(2).fit(&sample).unwrap();
    let refusal = |from: &str, to: &str| {
        let text = serde_json::to_string(&fit).unwrap();
        assert!(text.contains(from), "{from} is not in {text}");
        let changed = text.replacen(from, to, 1);
        serde_json::from_str::<Fit>(&changed).unwrap_err().to_string()
    };
    let digits = format!("\"log_likelihood\":{}", fit.log_likelihood());
    assert!(refusal(&digits, "\"log_likelihood\":-1.0").starts_with(
        "log_likelihood must be that of the mixture for the sample, got -1.0"
    ));
    assert!(
        refusal("\"components\":2", "\"components\":3")
            .starts_with("mixture must have 3 elements, got 2")
    );
    let none = serde_json::from_str::<Sample>("{}").unwrap_err().to_string();
    assert!(none.starts_with("the sample must hold at least one number"));
    let both = serde_json::from_str::<Sample>(
        r#"{"x": [1.0], "lower": [1.0], "upper": [2.0]}"#,
    );
    assert!(both.unwrap_err().to_string().starts_with("ends beside x"));
}
