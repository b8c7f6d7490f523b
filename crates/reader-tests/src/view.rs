//! How the reader looks at the book.

/// A window, and what its reader likes. By default: wide, light, on a screen, with scripts, and with
/// whatever moves.
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a setting of the browser by itself"
)]
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct View {
    /// The width of the page, in CSS pixels.
    pub width: u16,
    /// Whether the reader prefers dark pages.
    pub dark: bool,
    /// Whether the page is to be printed.
    pub paper: bool,
    /// Whether the page's own scripts run.
    pub scripts: bool,
    /// Whether the reader prefers that little moves.
    pub calm: bool,
}

impl Default for View {
    fn default() -> Self {
        Self {
            width: 1280,
            dark: false,
            paper: false,
            scripts: true,
            calm: false,
        }
    }
}
