use chapter::Error;
use figure::{Diagram, Ink, Outline, Rect, Stroke, Words};

use super::{layout::COUNT_LINE, route::outline};
use crate::{
    Graph, Kind, Layout,
    notation::{Script, Term, italic},
};

/// The size of a node's name.
const NAME_SIZE: f64 = 18.0;

/// How many copies of a plate are drawn as sheets one under the other; more tell no more.
const MOST_SHEETS: usize = 3;

/// How far a sheet lies beside the one above it.
const SHEET: f64 = 2.5;

/// How many arrows a description names one by one, and a picture draws in strong lines.
const MOST_READ_OUT: usize = 12;

/// A graph on its way to a picture: what is emphasised in it, and what is written beside its nodes.
#[derive(Clone, Debug)]
pub struct Sketch<'a> {
    graph: &'a Graph,
    emphasis: Vec<(usize, Ink)>,
    notes: Vec<(usize, Side, String)>,
}

/// On which side of a node a note stands, where it has room there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// To the left of the node.
    Left,
    /// To the right of the node.
    Right,
}

impl<'a> Sketch<'a> {
    /// A graph as it is.
    #[must_use]
    pub fn of(graph: &'a Graph) -> Self {
        Self { graph, emphasis: Vec::new(), notes: Vec::new() }
    }

    /// The sketch with a node drawn thick, in an ink, and the arrows into it with it.
    ///
    /// # Errors
    ///
    /// [`GraphError::UnknownNode`](crate::GraphError::UnknownNode).
    pub fn emphasize(mut self, node: &str, ink: Ink) -> Result<Self, Error> {
        self.emphasis.push((self.graph.place(node)?, ink));
        Ok(self)
    }

    /// The sketch with words beside a node.
    ///
    /// # Errors
    ///
    /// [`GraphError::UnknownNode`](crate::GraphError::UnknownNode).
    pub fn note(
        mut self,
        node: &str,
        side: Side,
        words: impl Into<String>,
    ) -> Result<Self, Error> {
        self.notes.push((self.graph.place(node)?, side, words.into()));
        Ok(self)
    }

    /// The picture: circles for random variables, shaded if they are observed, small boxes for
    /// parameters, round boxes with their count for plates.
    #[must_use]
    pub fn diagram(&self) -> Diagram {
        Diagram::new(self.description())
            .table(["node", "kind", "parents", "plates"], self.rows())
            .arranged(|empty, width| self.arranged(empty, width))
    }

    /// The picture in a width.
    fn arranged(&self, mut diagram: Diagram, width: f64) -> Diagram {
        let layout = Layout::of(self.graph, width);
        if self.graph.nodes.is_empty() {
            let at = (width / 2.0, 20.0);
            let words = Words::new("a graph without nodes", at, Ink::Muted);
            return diagram.words(words);
        }
        for (place, plate) in self.graph.plates.iter().enumerate() {
            let frame = layout.frames[place];
            let (corner, far) =
                ((frame.left, frame.top), (frame.right, frame.bottom));
            let count = format!("{} = {}", italic(&plate.count), plate.size);
            let at = (
                frame.right - 8.0 * layout.scale,
                frame.bottom - 0.55 * COUNT_LINE * layout.scale,
            );
            let count = Words::new(count, at, Ink::Muted).right();
            for sheet in 1..plate.size.min(MOST_SHEETS) {
                diagram = diagram.line(under(frame, sheet), Ink::Muted);
            }
            diagram = diagram
                .outline(
                    Outline::rectangle(corner, far, Ink::Muted)
                        .rounded(ROUNDING),
                )
                .words(count.size(15.0 * layout.scale));
        }
        // Where there are many the nodes come first.
        let is_crowded = layout.arrows.len() > MOST_READ_OUT;
        let plain = if is_crowded { Ink::Muted } else { Ink::Whole };
        for arrow in &layout.arrows {
            let stroke = match self.ink(arrow.to) {
                Some(ink) => Stroke::from(ink).heavy(),
                None => Stroke::from(plain),
            };
            diagram = diagram.arrow(arrow.points.clone(), stroke);
        }
        for node in 0..self.graph.nodes.len() {
            let outline = outline(self.graph, &layout, node);
            let outline = match self.ink(node) {
                Some(ink) => outline.stroke(Stroke::from(ink).heavy()),
                None => outline,
            };
            diagram = diagram.words(self.name(&layout, node)).outline(outline);
        }
        for (node, side, words) in &self.notes {
            let (x, y) = layout.centers[*node];
            let away = layout.radius + 9.0;
            let ink = self.ink(*node).unwrap_or(Ink::Muted);
            let wide = Words::new(words, (x, y), ink).width();
            let (room, beside) = match side {
                Side::Left => (x - away, (x - away - wide, y)),
                Side::Right => (width - x - away, (x + away, y)),
            };
            // Over the node where a narrow picture has no room beside it.
            let over = (x - wide / 2.0).clamp(0.0, width - wide);
            let at = if wide <= room { beside } else { (over, y - away) };
            diagram = diagram.words(Words::new(words, at, ink).left());
        }
        diagram
    }

    fn ink(&self, node: usize) -> Option<Ink> {
        let emphasis = self.emphasis.iter().find(|(other, _)| *other == node);
        emphasis.map(|(_, ink)| *ink)
    }

    /// A node's name in its middle, as large as fits.
    fn name(&self, layout: &Layout, node: usize) -> Words {
        let term = self.graph.term_in_place(node);
        let indices: Vec<String> =
            term.indices.iter().map(|index| italic(index)).collect();
        let words =
            Words::new(italic(&term.base), layout.centers[node], Ink::Whole)
                .index(indices.join(","))
                .size(NAME_SIZE * layout.scale);
        let room = 1.5 * layout.radius;
        let size = NAME_SIZE * layout.scale * (room / words.width()).min(1.0);
        words.size(size.clamp(1.0, NAME_SIZE))
    }

    fn description(&self) -> String {
        if self.graph.nodes.is_empty() {
            return "A graph without nodes.".to_owned();
        }
        let mut sentences = Vec::new();
        for (kind, what) in [
            (Kind::Latent, "Latent, in white circles"),
            (Kind::Observed, "Observed, in shaded circles"),
            (Kind::Parameter, "Parameters, in boxes"),
        ] {
            let nodes = (0..self.graph.nodes.len())
                .filter(|&node| self.graph.nodes[node].kind == kind);
            let nodes: Vec<usize> = nodes.collect();
            if !nodes.is_empty() {
                sentences.push(format!("{what}: {}.", self.list(&nodes)));
            }
        }
        sentences.extend(self.arrows_read_out());
        for plate in &self.graph.plates {
            sentences.push(format!(
                "A plate with {} = {} is around {}.",
                plate.count,
                plate.size,
                self.list(&plate.nodes)
            ));
        }
        sentences.join(" ")
    }

    /// The arrows one by one, if that can be listened to; the table has them all.
    fn arrows_read_out(&self) -> Option<String> {
        let count = self.graph.arrow_indices().count();
        if count > MOST_READ_OUT {
            return Some(format!(
                "{count} arrows lead down from parent to child."
            ));
        }
        let arrows = self.graph.arrow_indices().map(|(from, to)| {
            format!("{} to {}", self.read_out(from), self.read_out(to))
        });
        let arrows = arrows.collect::<Vec<_>>().join(", ");
        (count > 0).then(|| format!("Arrows lead from {arrows}."))
    }

    fn rows(&self) -> Vec<Vec<String>> {
        let row = |node: usize| {
            let kind = match self.graph.nodes[node].kind {
                Kind::Latent => "latent",
                Kind::Observed => "observed",
                Kind::Parameter => "parameter",
            };
            let plates = self.graph.plates_around(node).into_iter();
            let plates =
                plates.map(|place| self.graph.plates[place].count.clone());
            vec![
                self.read_out(node),
                kind.to_owned(),
                self.list(&self.graph.parents[node]),
                plates.collect::<Vec<_>>().join(", "),
            ]
        };
        (0..self.graph.nodes.len()).map(row).collect()
    }

    fn list(&self, nodes: &[usize]) -> String {
        let nodes = nodes.iter().map(|&node| self.read_out(node));
        nodes.collect::<Vec<_>>().join(", ")
    }

    fn read_out(&self, node: usize) -> String {
        Script::Text.term(&self.graph.term_in_place(node))
    }
}

impl Graph {
    /// A node's name with the indices of the plates in which it stands.
    fn term_in_place(&self, node: usize) -> Term {
        let plates = self.plates_around(node).into_iter();
        let indices = plates.map(|place| self.plates[place].index.clone());
        Term::of(&self.nodes[node].name, indices.collect())
    }
}

/// What is seen of a sheet that lies under a plate: its upper and its right edge.
fn under(plate: Rect, sheet: usize) -> Vec<(f64, f64)> {
    let (shift, above) = (SHEET * sheet as f64, SHEET * (sheet - 1) as f64);
    let (left, top) = (plate.left + shift, plate.top - shift);
    let (right, bottom) = (plate.right + shift, plate.bottom - shift);
    // The corners of the plates are round.
    vec![
        (left + ROUNDING / 2.0, plate.top - above),
        (left + ROUNDING, top),
        (right - ROUNDING / 2.0, top),
        (right, top + ROUNDING / 2.0),
        (right, bottom - ROUNDING),
        (plate.right + above, bottom - ROUNDING / 2.0),
    ]
}

/// How round the corners of a plate are.
const ROUNDING: f64 = 10.0;
