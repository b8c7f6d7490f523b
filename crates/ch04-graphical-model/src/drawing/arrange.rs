//! Finds where everything in the picture of a graph stands.

use figure::Rect;

use super::{
    columns::columns,
    layers::{Block, layers},
    layout::{COUNT_LINE, MARGIN, PADDING},
    room::{Room, heights},
    route,
};
use crate::{Graph, Layout};

impl Layout {
    /// Lays a graph out in a picture of this width.
    ///
    /// # Examples
    ///
    /// ```
    /// let graph = ch04::gmm()?;
    /// let layout = ch04::Layout::of(&graph, figure::WIDE);
    /// // π, μ, σ, Z, X: the class stands straight below its shares, the grade below the class.
    /// let [shares, _, _, class, grade] = layout.centers[..] else { unreachable!() };
    /// assert_eq!(shares.0, class.0);
    /// assert!(class.0 == grade.0 && class.1 < grade.1);
    /// # Ok::<(), ch04::GraphError>(())
    /// ```
    #[must_use]
    pub fn of(graph: &Graph, width: f64) -> Self {
        let layers = layers(graph);
        let block = Block::of(graph);
        let room = Room::of(&block, &layers, width);
        let mut rows = room.rows(&block, &layers);
        let xs = columns(graph, &mut rows, room.spacing);
        let ys = heights(&rows, &layers);
        let radius = (0.34 * room.spacing).min(19.0);
        let mut layout = Self {
            centers: xs.into_iter().zip(ys).collect(),
            radius,
            arrows: Vec::new(),
            frames: Vec::new(),
            width,
            scale: 1.0,
        };
        layout.frames = frames(graph, &layout);
        layout.fit(room.width);
        layout.arrows = route::arrows(graph, &layout);
        layout
    }

    /// Shrinks what is too wide for the picture, and moves everything into it and to its middle.
    fn fit(&mut self, width: f64) {
        let scale = ((self.width - 2.0 * MARGIN) / width).min(1.0);
        let nodes = (0..self.centers.len()).map(|node| self.around(node));
        let tops = nodes
            .map(|frame| frame.top)
            .chain(self.frames.iter().map(|frame| frame.top));
        let top = tops.fold(f64::INFINITY, f64::min);
        let left = (self.width - scale * width) / 2.0;
        let x = |x: f64| left + scale * x;
        let y = |y: f64| MARGIN + scale * (y - top);
        for center in &mut self.centers {
            *center = (x(center.0), y(center.1));
        }
        for frame in &mut self.frames {
            *frame = Rect {
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
fn frames(graph: &Graph, layout: &Layout) -> Vec<Rect> {
    let mut frames: Vec<Option<Rect>> = vec![None; graph.plates.len()];
    for place in (0..graph.plates.len()).rev() {
        let plate = &graph.plates[place];
        let inner = (place + 1..graph.plates.len())
            .filter(|&inner| {
                let mut nodes = graph.plates[inner].nodes.iter();
                nodes.all(|&node| plate.contains(node))
            })
            .filter_map(|inner| frames[inner]);
        let nodes = plate.nodes.iter().map(|&node| layout.around(node));
        let around = nodes.chain(inner).reduce(|one, other| Rect {
            left: one.left.min(other.left),
            top: one.top.min(other.top),
            right: one.right.max(other.right),
            bottom: one.bottom.max(other.bottom),
        });
        frames[place] = around.map(|around| Rect {
            left: around.left - PADDING,
            top: around.top - PADDING,
            right: around.right + PADDING,
            bottom: around.bottom + COUNT_LINE + PADDING / 2.0,
        });
    }
    frames.into_iter().flatten().collect()
}
