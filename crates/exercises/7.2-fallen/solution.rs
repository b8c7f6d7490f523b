//! The solution of exercise 7.2.

/// The share of a group, its mean and its deviation, when the labels say how
/// much each student belongs to it.
pub fn m_step(grades: &[f64], labels: &[f64]) -> Vec<f64> {
    let count: f64 = labels.iter().sum();
    let students = || grades.iter().zip(labels);
    let mean = students().map(|(x, r)| r * x).sum::<f64>() / count;
    let squares = students().map(|(x, r)| r * (x - mean) * (x - mean));
    // The average square is the variance; a bell is as wide as its root.
    let deviation = (squares.sum::<f64>() / count).sqrt();
    vec![count / grades.len() as f64, mean, deviation]
}
