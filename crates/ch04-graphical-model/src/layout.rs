use crate::{
    Graph,
    columns::columns,
    layers::{Block, layers},
    room::{Room, heights},
    route,
};

/// How wide a picture is, in its user units.
pub(crate) const WIDTH: f64 = 520.0;

/// How far everything keeps from the edge of the picture.
pub(crate) const MARGIN: f64 = 6.0;

/// How far a plate reaches beyond what is in it; below there is a line for its count.
pub(crate) const PADDING: f64 = 12.0;

/// How high the line with a plate's count is.
pub(crate) const COUNT_LINE: f64 = 18.0;

/// An upright rectangle in a picture: x runs to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The left side.
    pub left: f64,
    /// The upper side.
    pub top: f64,
    /// The right side.
    pub right: f64,
    /// The lower side.
    pub bottom: f64,
}

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
    /// The arrows, in the order of [`Graph::arrows`].
    pub arrows: Vec<Arrow>,
    /// The frame of each plate.
    pub frames: Vec<Frame>,
    /// The size of everything relative to a picture with room enough.
    pub scale: f64,
}

impl Layout {
    /// Lays a graph out.
    ///
    /// # Examples
    ///
    /// ```
    /// let graph = ch04::gmm()?;
    /// let layout = ch04::Layout::of(&graph);
    /// // π, μ, σ, Z, X: the class stands straight below its shares, the grade below the class.
    /// let [shares, _, _, class, grade] = layout.centers[..] else { unreachable!() };
    /// assert_eq!(shares.0, class.0);
    /// assert!(class.0 == grade.0 && class.1 < grade.1);
    /// # Ok::<(), ch04::GraphError>(())
    /// ```
    #[must_use]
    pub fn of(graph: &Graph) -> Self {
        let layers = layers(graph);
        let block = Block::of(graph);
        let room = Room::of(&block, &layers);
        let mut rows = room.rows(&block, &layers);
        let xs = columns(graph, &mut rows, room.spacing);
        let ys = heights(&rows, &layers);
        let radius = (0.34 * room.spacing).min(19.0);
        let mut layout = Self {
            centers: xs.into_iter().zip(ys).collect(),
            radius,
            arrows: Vec::new(),
            frames: Vec::new(),
            scale: 1.0,
        };
        layout.frames = frames(graph, &layout);
        layout.fit(room.width);
        layout.arrows = route::arrows(graph, &layout);
        layout
    }

    /// The rectangle around a node.
    pub(crate) fn around(&self, node: usize) -> Frame {
        let ((x, y), radius) = (self.centers[node], self.radius);
        Frame {
            left: x - radius,
            top: y - radius,
            right: x + radius,
            bottom: y + radius,
        }
    }

    /// Shrinks what is too wide, and moves everything into the frame and to its middle.
    fn fit(&mut self, width: f64) {
        let scale = ((WIDTH - 2.0 * MARGIN) / width).min(1.0);
        let nodes = (0..self.centers.len()).map(|node| self.around(node));
        let tops = nodes
            .map(|frame| frame.top)
            .chain(self.frames.iter().map(|frame| frame.top));
        let top = tops.fold(f64::INFINITY, f64::min);
        let left = (WIDTH - scale * width) / 2.0;
        let x = |x: f64| left + scale * x;
        let y = |y: f64| MARGIN + scale * (y - top);
        for center in &mut self.centers {
            *center = (x(center.0), y(center.1));
        }
        for frame in &mut self.frames {
            *frame = Frame {
                left: x(frame.left),
                top: y(frame.top),
                right: x(frame.right),
                bottom: y(frame.bottom),
            };
        }
        self.radius *= scale;
        self.scale = scale;
    }
}

/// The frames of the plates: around their nodes and around the frames inside them.
fn frames(graph: &Graph, layout: &Layout) -> Vec<Frame> {
    let mut frames: Vec<Option<Frame>> = vec![None; graph.plates.len()];
    for place in (0..graph.plates.len()).rev() {
        let plate = &graph.plates[place];
        let inner = (place + 1..graph.plates.len())
            .filter(|&inner| {
                let mut nodes = graph.plates[inner].nodes.iter();
                nodes.all(|&node| plate.contains(node))
            })
            .filter_map(|inner| frames[inner]);
        let nodes = plate.nodes.iter().map(|&node| layout.around(node));
        let around = nodes.chain(inner).reduce(|one, other| Frame {
            left: one.left.min(other.left),
            top: one.top.min(other.top),
            right: one.right.max(other.right),
            bottom: one.bottom.max(other.bottom),
        });
        frames[place] = around.map(|around| Frame {
            left: around.left - PADDING,
            top: around.top - PADDING,
            right: around.right + PADDING,
            bottom: around.bottom + COUNT_LINE + PADDING / 2.0,
        });
    }
    frames.into_iter().flatten().collect()
}
