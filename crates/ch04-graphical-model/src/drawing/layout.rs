use figure::Rect;

/// How far everything keeps from the edge of the picture.
pub(crate) const MARGIN: f64 = 6.0;

/// How far a plate reaches beyond what is in it; below there is a line for its count.
pub(crate) const PADDING: f64 = 12.0;

/// How high the line with a plate's count is.
pub(crate) const COUNT_LINE: f64 = 18.0;

/// An arrow as it is drawn: the places of its nodes in the graph, and the line from border to
/// border.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrow {
    /// The place of the node at which it begins.
    pub from: usize,
    /// The place of the node at which it ends.
    pub to: usize,
    /// The line; more than two points if the straight way leads through another node.
    pub points: Vec<(f64, f64)>,
}

/// Where everything in the picture of a graph stands: nodes in layers, every child below its
/// parents; plates around their nodes and no others; arrows past the nodes that they do not concern.
///
/// The layers are those of the longest way down, their order is found by barycentres, and what
/// stands in a plate has columns of its own (Sugiyama, Tagawa & Toda, *Methods for Visual
/// Understanding of Hierarchical System Structures*, IEEE Transactions on Systems, Man, and
/// Cybernetics 11 (1981), 109–125).
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// The middle of each node.
    pub centers: Vec<(f64, f64)>,
    /// The radius of a node's circle; a parameter's box fits into such a circle.
    pub radius: f64,
    /// The arrows, in the order of [`Graph::arrows`](crate::Graph::arrows).
    pub arrows: Vec<Arrow>,
    /// The frame of each plate.
    pub frames: Vec<Rect>,
    /// How wide the picture is.
    pub width: f64,
    /// The size of everything relative to a picture with room enough.
    pub scale: f64,
}

impl Layout {
    /// The rectangle around a node.
    pub(crate) fn around(&self, node: usize) -> Rect {
        let ((x, y), radius) = (self.centers[node], self.radius);
        Rect {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        }
    }
}
