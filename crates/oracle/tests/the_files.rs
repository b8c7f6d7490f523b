//! The files are what the types say.

use oracle::{Case, fits, mixtures, standard_normal};

#[test]
fn the_cases_are_those_that_the_chapters_ask_for() {
    let names: Vec<_> =
        mixtures().cases.iter().map(|case| case.name.as_str()).collect();
    assert_eq!(
        names,
        [
            "grades",
            "notes",
            "single",
            "merged",
            "far_tails",
            "random_k2_s0",
            "random_k3_s0",
            "random_k5_s0",
            "random_k8_s0",
            "large_scale_s0",
            "small_scale_s0",
        ]
    );
    assert_eq!(mixtures().case("grades"), mixtures().cases.first());
    assert_eq!(mixtures().case("fractions"), None);
}

#[test]
fn the_model_of_the_book_is_among_them() {
    let grades = mixtures().case("grades").unwrap();
    assert_eq!(grades.probs, [0.6, 0.4]);
    assert_eq!(grades.loc, [2.5, 4.8]);
    assert_eq!(grades.scale, [0.6, 0.3]);
    assert_eq!(grades.exact.modes.len(), 2);
}

#[test]
fn every_case_has_the_shapes_that_its_docs_promise() {
    for case in &mixtures().cases {
        let Case { name, x, q, tfp, exact, .. } = case;
        let (k, n) = (case.probs.len(), x.len());
        assert_eq!([case.loc.len(), case.scale.len()], [k, k], "{name}");
        assert_eq!(
            [tfp.categorical_log_prob.len(), tfp.normal_entropy.len()],
            [k, k],
            "{name}"
        );
        for values in
            [&tfp.log_prob, &tfp.prob, &tfp.cdf, &exact.log_prob, &exact.cdf]
        {
            assert_eq!(values.len(), n, "{name}");
        }
        for values in [&exact.log_cdf, &exact.log_survival] {
            assert_eq!(values.len(), n, "{name}");
        }
        for rows in [
            &tfp.posterior_marginal,
            &tfp.components_log_prob,
            &exact.posterior,
        ] {
            assert_eq!(rows.len(), n, "{name}");
            assert!(rows.iter().all(|row| row.len() == k), "{name}");
        }
        assert_eq!(tfp.posterior_mode.len(), n, "{name}");
        assert!(tfp.posterior_mode.iter().all(|&mode| mode < k), "{name}");
        assert_eq!(exact.quantile.len(), q.len(), "{name}");
        assert!(exact.modes.is_sorted() && !exact.modes.is_empty(), "{name}");
    }
}

#[test]
fn the_two_witnesses_agree() {
    for case in &mixtures().cases {
        for (tfp, exact) in case.tfp.log_prob.iter().zip(&case.exact.log_prob) {
            assert!(
                (tfp - exact).abs() <= 1e-12 * exact.abs().max(1.0),
                "{}",
                case.name
            );
        }
    }
}

#[test]
fn batches_have_the_shapes_that_their_docs_promise() {
    let shapes = &mixtures().shapes;
    assert_eq!(shapes.batch_shape, [2]);
    assert_eq!(shapes.event_shape, [0; 0]);
    assert_eq!(shapes.sample_shape_of_5_7, [5, 7, 2]);
    assert_eq!(shapes.normal.sample_shape_of_5, [5, 3]);
    for (rows, columns) in [
        (&shapes.log_prob_4x1, 2),
        (&shapes.log_prob_4x2, 2),
        (&shapes.normal.log_prob_4x1, 3),
        (&shapes.normal.cdf_4x1, 3),
    ] {
        assert_eq!(rows.len(), 4);
        assert!(rows.iter().all(|row| row.len() == columns));
    }
}

#[test]
fn good_weather_is_a_little_more_likely_than_bad() {
    let weather = &mixtures().weather;
    assert!((weather.prob_good - 0.525).abs() < 1e-6);
    assert_eq!(weather.posterior_given_good.len(), 4);
}

#[test]
fn the_standard_normal_has_the_shapes_that_its_docs_promise() {
    let standard = standard_normal();
    for values in [
        &standard.upper_tail,
        &standard.log_upper_tail,
        &standard.log_lower_tail,
    ] {
        assert_eq!(values.len(), standard.z.len());
    }
    assert_eq!(standard.quantile.len(), standard.p.len());
    assert!(standard.quantile.is_sorted());
}

#[test]
fn numbers_are_read_to_the_last_bit() {
    let text = include_str!("../data/mixtures.json");
    let number =
        |line: &str| line.trim().trim_end_matches(',').parse::<f64>().ok();
    for line in text.lines().filter(|line| line.contains('.')) {
        if let Some(exact) = number(line) {
            let read: f64 =
                serde_json::from_str(line.trim().trim_end_matches(','))
                    .unwrap();
            assert_eq!(read.to_bits(), exact.to_bits(), "{line}");
        }
    }
}

#[test]
fn every_fit_has_a_weight_for_each_datum_and_a_number_for_each_component() {
    let names: Vec<_> = fits().cases.iter().map(|case| &case.name).collect();
    assert_eq!(names.len(), 7, "{names:?}");
    for case in &fits().cases {
        let data = case.x.len().max(case.lower.len());
        assert_eq!(case.weights.len(), data, "{}", case.name);
        assert_eq!(case.lower.len(), case.upper.len(), "{}", case.name);
        let best = &case.best;
        for part in [&best.probs, &best.loc, &best.scale, &best.se_loc] {
            assert_eq!(part.len(), case.k, "{}", case.name);
        }
    }
}
