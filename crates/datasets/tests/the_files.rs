//! The compiled tables against the files, read here a second time.

use std::path::Path;

use datasets::{
    CLASS, CRABS, Exam, FAITHFUL, GALAXIES, GRADE_SCALE, Group, PASS_MARK,
    PENGUINS, Sex, Species, grades,
};

fn rows(name: &str) -> csv::Result<Vec<csv::StringRecord>> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("data").join(name);
    csv::Reader::from_path(path)?.records().collect()
}

fn numbers(row: &csv::StringRecord) -> Vec<f64> {
    row.iter().filter_map(|cell| cell.parse().ok()).collect()
}

#[test]
fn every_student_is_a_row_of_the_file() {
    let rows = rows("class.csv").unwrap();
    assert_eq!(rows.len(), CLASS.len());
    for (row, student) in rows.iter().zip(&CLASS) {
        let group = match student.group {
            Group::Prepared => "prepared",
            Group::Unprepared => "unprepared",
        };
        assert_eq!((numbers(row), &row[1]), (vec![student.grade], group));
    }
}

#[test]
fn every_grade_is_on_the_scale_and_in_the_order_of_the_class() {
    assert!(GRADE_SCALE.is_sorted());
    let grades = grades();
    assert_eq!(grades.len(), CLASS.len());
    for (grade, student) in grades.iter().zip(&CLASS) {
        assert!(GRADE_SCALE.contains(grade));
        assert_eq!(*grade, student.grade);
    }
}

#[test]
fn every_score_of_every_exam_is_a_row_of_the_file() {
    let rows = rows("nyc_regents_2010.csv").unwrap();
    assert_eq!(rows.len(), 101);
    for (score, row) in rows.iter().enumerate() {
        assert_eq!(row[0], score.to_string());
        for (exam, cell) in Exam::ALL.iter().zip(row.iter().skip(1)) {
            assert_eq!(
                exam.counts()[score].to_string(),
                cell,
                "{exam:?}, {score}"
            );
        }
    }
}

#[test]
fn as_many_pupils_sat_each_exam_as_the_source_says() {
    assert_eq!(
        Exam::ALL.map(|exam| (exam.name(), exam.total())),
        [
            ("Integrated Algebra", 131_024),
            ("Global History", 113_804),
            ("Living Environment", 104_201),
            ("English", 103_886),
            ("U.S. History", 91_756),
        ]
    );
}

#[test]
fn in_every_exam_the_pass_mark_is_the_most_frequent_score_of_its_neighbourhood()
{
    for exam in Exam::ALL {
        let near = PASS_MARK - 5..PASS_MARK + 2;
        let counts = exam.counts();
        let most = near.max_by_key(|&score| counts[score as usize]);
        assert_eq!(most, Some(PASS_MARK), "{exam:?}");
    }
}

#[test]
fn every_eruption_is_a_row_of_the_file() {
    let rows = rows("faithful.csv").unwrap();
    assert_eq!(rows.len(), FAITHFUL.len());
    for (row, eruption) in rows.iter().zip(&FAITHFUL) {
        assert_eq!(numbers(row), [eruption.duration_min, eruption.waiting_min]);
    }
}

#[test]
fn every_galaxy_is_a_row_of_the_file() {
    let rows = rows("galaxies.csv").unwrap();
    let velocities: Vec<_> = rows.iter().flat_map(numbers).collect();
    assert_eq!(velocities, GALAXIES);
}

#[test]
fn the_78th_galaxy_has_the_velocity_of_the_paper_and_not_of_the_copy() {
    assert_eq!(GALAXIES[77], 26960.0);
    assert!(!GALAXIES.contains(&26690.0));
}

#[test]
fn every_bin_of_the_crabs_is_a_row_of_the_file() {
    let rows = rows("crabs.csv").unwrap();
    assert_eq!(rows.len(), CRABS.len());
    for (row, bin) in rows.iter().zip(&CRABS) {
        assert_eq!(numbers(row), [bin.from, bin.to, f64::from(bin.count)]);
    }
}

#[test]
fn the_bins_of_the_crabs_adjoin_and_hold_a_thousand() {
    assert_eq!(
        (CRABS[0].from, CRABS[28].to),
        (f64::NEG_INFINITY, f64::INFINITY)
    );
    assert!(CRABS.windows(2).all(|bins| bins[0].to == bins[1].from));
    assert_eq!(CRABS.iter().map(|bin| bin.count).sum::<u32>(), 1000);
}

#[test]
fn every_penguin_is_a_row_of_the_file() {
    let rows = rows("penguins.csv").unwrap();
    assert_eq!(rows.len(), PENGUINS.len());
    for (row, penguin) in rows.iter().zip(&PENGUINS) {
        let sex = match penguin.sex {
            Some(Sex::Female) => "female",
            Some(Sex::Male) => "male",
            None => "",
        };
        assert_eq!(row[0], format!("{:?}", penguin.species));
        assert_eq!(&row[1], sex);
        assert_eq!(numbers(row), [penguin.flipper_mm, penguin.bill_mm]);
    }
}

#[test]
fn as_many_penguins_of_each_species_were_measured_as_the_source_says() {
    let counts = Species::ALL.map(|species| {
        PENGUINS.iter().filter(|penguin| penguin.species == species).count()
    });
    assert_eq!(counts, [151, 68, 123]);
}
