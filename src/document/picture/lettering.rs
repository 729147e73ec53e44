//! Letters: text shaped, broken into lines and inked. The fonts are the project's own, so that a picture is the same to the byte
//! wherever it is drawn (`fonts/README.md` says where they are from).

use swash::FontRef;
use swash::scale::image::Image;
use swash::scale::{Render, ScaleContext, Source};
use swash::shape::ShapeContext;

use super::canvas::Canvas;

const REGULAR: &[u8] = include_bytes!("../fonts/serif-regular.ttf");
const BOLD: &[u8] = include_bytes!("../fonts/serif-bold.ttf");

/// What says that something is left out.
const ELLIPSIS: &str = "…";

/// How letters look.
#[derive(Clone, Copy, Debug)]
pub(super) struct Style {
    /// Their size, in places.
    pub(super) size: f32,
    pub(super) is_bold: bool,
}

/// Two fonts, and what is made ready to use them.
pub(super) struct Lettering {
    regular: FontRef<'static>,
    bold: FontRef<'static>,
    shaping: ShapeContext,
    scaling: ScaleContext,
}

impl Lettering {
    /// None where the fonts are damaged.
    pub(super) fn new() -> Option<Self> {
        Some(Self {
            regular: FontRef::from_index(REGULAR, 0)?,
            bold: FontRef::from_index(BOLD, 0)?,
            shaping: ShapeContext::new(),
            scaling: ScaleContext::new(),
        })
    }

    /// Whether the fonts have every sign of a text.
    pub(super) fn has(&self, text: &str) -> bool {
        let letters = self.regular.charmap();
        text.chars().all(|sign| sign.is_whitespace() || letters.map(sign) != 0)
    }

    fn font(&self, style: Style) -> FontRef<'static> {
        if style.is_bold { self.bold } else { self.regular }
    }

    /// The glyphs of a line, each with the place of its origin, and how wide the line is.
    fn shaped(&mut self, text: &str, style: Style) -> (Vec<(u16, f32, f32)>, f32) {
        let font = self.font(style);
        let mut shaper = self.shaping.builder(font).size(style.size).build();
        shaper.add_str(text);
        let (mut glyphs, mut width) = (Vec::new(), 0.0);
        shaper.shape_with(|cluster| {
            for glyph in cluster.glyphs {
                glyphs.push((glyph.id, width + glyph.x, glyph.y));
                width += glyph.advance;
            }
        });
        (glyphs, width)
    }

    /// How wide a line is.
    pub(super) fn width(&mut self, text: &str, style: Style) -> f32 {
        self.shaped(text, style).1
    }

    /// Inks a line, its letters standing on `y`.
    pub(super) fn write(&mut self, canvas: &mut Canvas, text: &str, style: Style, [x, y]: [f32; 2], ink: u8) {
        let (glyphs, _) = self.shaped(text, style);
        let font = self.font(style);
        let mut scaler = self.scaling.builder(font).size(style.size).build();
        let mut image = Image::new();
        for (glyph, right, up) in glyphs {
            image.clear();
            let rendered = Render::new(&[Source::Outline]).render_into(&mut scaler, glyph, &mut image);
            let placed = image.placement;
            if !rendered || placed.width == 0 {
                continue; // a space
            }
            // Whole places: letters of this size stand well there, and those that are the same look the same, which is a fifth less to be
            // compressed.
            let (left, top) = ((x + right).round() as i32 + placed.left, (y - up).round() as i32 - placed.top);
            for (row, y) in image.data.chunks(placed.width as usize).zip(top..) {
                for (of, x) in row.iter().zip(left..) {
                    canvas.ink(x, y, ink, *of);
                }
            }
        }
    }

    /// A text in lines of at most a width, broken at white space, or inside a word that is longer than a line.
    pub(super) fn lines(&mut self, text: &str, style: Style, width: f32) -> Vec<String> {
        let space = self.width(" ", style);
        let mut lines = vec![String::new()];
        let mut right = 0.0;
        for word in text.split_whitespace() {
            for piece in self.pieces(word, style, width) {
                let long = self.width(&piece, style);
                match lines.last_mut() {
                    Some(line) if line.is_empty() => line.push_str(&piece),
                    Some(line) if right + space + long <= width => {
                        line.push(' ');
                        line.push_str(&piece);
                        right += space;
                    }
                    _ => {
                        lines.push(piece);
                        right = 0.0;
                    }
                }
                right += long;
            }
        }
        lines
    }

    /// A word in pieces of at most a width.
    fn pieces(&mut self, word: &str, style: Style, width: f32) -> Vec<String> {
        if self.width(word, style) <= width {
            return vec![word.into()];
        }
        let mut pieces = vec![String::new()];
        for sign in word.chars() {
            let longer = pieces.last().map(|piece| format!("{piece}{sign}")).unwrap_or_default();
            match pieces.last_mut() {
                Some(piece) if piece.is_empty() || self.width(&longer, style) <= width => *piece = longer,
                _ => pieces.push(sign.into()),
            }
        }
        pieces
    }

    /// The first lines of a text, and an ellipsis where they are not all. What stands in quotation marks stays in them.
    pub(super) fn first_lines(&mut self, text: &str, style: Style, width: f32, most: usize) -> Vec<String> {
        let mut lines = self.lines(text, style, width);
        if lines.len() <= most {
            return lines;
        }
        lines.truncate(most);
        let end = if text.starts_with('“') { "…”" } else { ELLIPSIS };
        if let Some(last) = lines.last_mut() {
            let whole = last.trim_end_matches(['”', ',', ';', ':', '.']).to_owned();
            *last = format!("{whole}{end}");
            while self.width(last, style) > width
                && let Some((shorter, _)) = last.rsplit_once(' ')
            {
                *last = format!("{shorter}{end}");
            }
        }
        lines
    }
}
