use chapter::Error;
use mixture::{Categorical, Distribution, Normal};

use ch03::{LOC, PROBS, SCALE};

use crate::{Graph, GraphBuilder, GraphError, Model, Parents, Plate};

fn nodes_and_arrows() -> GraphBuilder {
    Graph::builder()
        .parameters(["π", "μ", "σ"])
        .latent("Z")
        .observed("X")
        .arrows([("π", "Z"), ("Z", "X"), ("μ", "X"), ("σ", "X")])
}

fn class_plate(classes: usize) -> Plate {
    Plate::from_zero("d", "D", classes).around(["π", "μ", "σ"])
}

fn student_plate(students: usize) -> Plate {
    Plate::from_one("n", "N", students).around(["Z", "X"])
}

/// The graph of the book: the class Z, drawn with the shares π; the grade X, drawn from the bell
/// that Z chooses among those with the means μ and the standard deviations σ.
///
/// # Errors
///
/// None: it is a graph.
pub fn gmm() -> Result<Graph, GraphError> {
    nodes_and_arrows().build()
}

/// The same model, the parameters of a class on a plate over the `classes`.
///
/// # Errors
///
/// None: it is a graph.
pub fn gmm_with_class_plate(classes: usize) -> Result<Graph, GraphError> {
    nodes_and_arrows().plate(class_plate(classes)).build()
}

/// The same model for several students: class and grade on a plate over the `students`.
///
/// # Errors
///
/// None: it is a graph.
pub fn gmm_with_observations(students: usize) -> Result<Graph, GraphError> {
    nodes_and_arrows().plate(student_plate(students)).build()
}

/// The same model with both plates.
///
/// # Errors
///
/// None: it is a graph.
pub fn gmm_with_both_plates(
    classes: usize,
    students: usize,
) -> Result<Graph, GraphError> {
    nodes_and_arrows()
        .plate(class_plate(classes))
        .plate(student_plate(students))
        .build()
}

/// p(Z | π): the class is drawn with the shares π.
///
/// # Errors
///
/// If π is not among the parents, or not shares that sum to one.
pub fn class_given_shares(parents: &Parents) -> Result<Categorical, Error> {
    Ok(Categorical::from_probs(parents.values("π")?)?)
}

/// p(X | Z, μ, σ): the grade is drawn from the bell of its class.
///
/// # Errors
///
/// If one of them is not among the parents, there are no bells, or the class has none of them.
pub fn grade_given_class(parents: &Parents) -> Result<Normal, Error> {
    let bells = Normal::new(parents.values("μ")?, parents.values("σ")?)?;
    Ok(bells.gather(parents.class("Z")?)?)
}

/// The numbers of the book put into a graph of its model: [`gmm`], or one with plates over two
/// classes, over students, or over both.
///
/// # Errors
///
/// If the graph is of another model.
pub fn with_numbers(graph: &Graph) -> Result<Model, Error> {
    Model::of(graph)
        .parameter("π", PROBS)
        .parameter("μ", LOC)
        .parameter("σ", SCALE)
        .conditional("Z", class_given_shares)
        .conditional("X", grade_given_class)
        .build()
}

/// The model of the book over the graph of the book.
///
/// # Errors
///
/// None: it is a model.
pub fn gmm_model() -> Result<Model, Error> {
    with_numbers(&gmm()?)
}
