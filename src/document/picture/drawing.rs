//! How a picture is drawn: what stands where, how large, in which of the site's colours; and many of them at once.

use std::num::NonZero;
use std::panic::resume_unwind;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{io, thread};

use super::canvas::{Area, Canvas, Colour, Pattern};
use super::lettering::{Lettering, Style};
use super::{Below, HEIGHT, Label, Picture, Tag};
use crate::document::tokens;

impl Picture {
    /// The picture as a PNG.
    fn drawn(&self, lettering: &mut Lettering, paper: Colour, inks: &[Colour]) -> io::Result<Vec<u8>> {
        let mut canvas = Canvas::new(paper, inks);
        self.draw_edge(&mut canvas);
        self.draw_head(&mut canvas, lettering);
        let bottom = self.draw_foot(&mut canvas, lettering);
        self.draw_text(&mut canvas, lettering, bottom);
        canvas.png()
    }

    /// The strip at the left: the side, or what each of them has.
    fn draw_edge(&self, canvas: &mut Canvas) {
        let whole = HEIGHT as usize;
        match (&self.tag, &self.below) {
            (Tag::Side(label), _) => set_off(canvas, [0, 0, EDGE, whole], label),
            (_, Below::Shares(shares)) => {
                let all: usize = shares.iter().map(|(_, n)| n).sum();
                let (mut before, mut top) = (0, 0);
                for (label, n) in shares {
                    before += n;
                    let bottom = whole * before / all;
                    set_off(canvas, [0, top, EDGE, bottom - top], label);
                    top = bottom;
                }
            }
            _ => {}
        }
    }

    /// The line above: what it is, and of what.
    fn draw_head(&self, canvas: &mut Canvas, lettering: &mut Lettering) {
        let debate = lettering.first_lines(&self.debate, SMALL, COLUMN / 2.0, 1).concat();
        let width = lettering.width(&debate, SMALL);
        lettering.write(canvas, &debate, SMALL, [RIGHT - width, HEAD], MUTED);
        let room = COLUMN - width - GAP;
        match &self.tag {
            Tag::Kind(kind) => {
                let kind = lettering.first_lines(kind, TAG, room, 1).concat();
                lettering.write(canvas, &kind, TAG, [LEFT, HEAD], MUTED);
            }
            Tag::Side(label) => {
                set_off(canvas, [LEFT as usize, HEAD as usize - SWATCH + 2, SWATCH, SWATCH], label);
                let left = SWATCH as f32 + 12.0;
                let name = lettering.first_lines(&label.name, TAG, room - left, 1).concat();
                lettering.write(canvas, &name, TAG, [LEFT + left, HEAD], label.ink);
            }
        }
    }

    /// The lines below the text, from the last one up; gives where they begin.
    fn draw_foot(&self, canvas: &mut Canvas, lettering: &mut Lettering) -> f32 {
        let from = lettering.first_lines(&self.from, SMALL, COLUMN, 1).concat();
        lettering.write(canvas, &from, SMALL, [LEFT, FOOT], MUTED);
        let mut y = FOOT - 44.0;
        match &self.below {
            Below::Speaker(who) => {
                let who = lettering.first_lines(who, TAG, COLUMN, 1).concat();
                lettering.write(canvas, &who, TAG, [LEFT, y], INK);
            }
            Below::Shares(shares) => {
                let mut lines: Vec<Vec<(f32, &Label, String)>> = vec![Vec::new()];
                let mut x = 0.0;
                for (label, n) in shares {
                    let text = lettering.first_lines(&format!("{} {n}", label.name), TAG, COLUMN / 2.0, 1).concat();
                    let width = SWATCH as f32 + 12.0 + lettering.width(&text, TAG);
                    if x > 0.0 && x + width > COLUMN {
                        lines.push(Vec::new());
                        x = 0.0;
                    }
                    lines.last_mut().into_iter().for_each(|line| line.push((x, label, text.clone())));
                    x += width + GAP;
                }
                for (n, line) in lines.iter().rev().enumerate() {
                    y -= if n > 0 { 44.0 } else { 0.0 };
                    for (x, label, text) in line {
                        set_off(canvas, [(LEFT + x) as usize, y as usize - SWATCH + 2, SWATCH, SWATCH], label);
                        lettering.write(canvas, text, TAG, [LEFT + x + SWATCH as f32 + 12.0, y], label.ink);
                    }
                }
            }
        }
        y - 52.0
    }

    /// The text, as large as there is room for all of it; cut where it is too long for that.
    fn draw_text(&self, canvas: &mut Canvas, lettering: &mut Lettering, bottom: f32) {
        let room = bottom - HEAD - 20.0;
        // Shaping takes long: sizes at which the text would not fit even if all lines were full are not tried.
        let long = lettering.width(&self.text, Style { size: 1.0, is_bold: self.is_name });
        let may_fit = |size: &&f32| (long * **size / COLUMN).floor() * **size * LEADING <= room;
        let fitting = SIZES.iter().filter(may_fit).find_map(|size| {
            let style = Style { size: *size, is_bold: self.is_name };
            let lines = lettering.lines(&self.text, style, COLUMN);
            (lines.len() as f32 * size * LEADING <= room).then_some((style, lines))
        });
        let (style, lines) = fitting.unwrap_or_else(|| {
            let style = Style { size: SMALLEST, is_bold: self.is_name };
            let most = (room / (SMALLEST * LEADING)) as usize;
            (style, lettering.first_lines(&self.text, style, COLUMN, most))
        });
        let line = style.size * LEADING;
        // In the middle of its room, a little higher, where it looks so.
        let top = HEAD + 20.0 + (room - lines.len() as f32 * line) * 0.4;
        for (n, words) in lines.iter().enumerate() {
            lettering.write(canvas, words, style, [LEFT, top + n as f32 * line + style.size], INK);
        }
    }
}

/// Distances, in places: the strip at the left; where lines begin, how long they are and where they end; the first and the last line's
/// feet; what stands between two things in a line; a swatch.
const EDGE: usize = 32;
const LEFT: f32 = 88.0;
const COLUMN: f32 = 1040.0;
const RIGHT: f32 = LEFT + COLUMN;
const HEAD: f32 = 92.0;
const FOOT: f32 = 574.0;
const GAP: f32 = 36.0;
const SWATCH: usize = 24;

/// The sizes that a text may have, the largest that fits; and that of a text that is cut.
const SIZES: [f32; 7] = [64.0, 58.0, 52.0, 47.0, 43.0, 39.0, SMALLEST];
const SMALLEST: f32 = 36.0;
const LEADING: f32 = 1.32;

const TAG: Style = Style { size: 30.0, is_bold: true };
const SMALL: Style = Style { size: 26.0, is_bold: false };

/// The inks: text, what stands back, then the colours of sides in the order of [`corpus::Colour::ALL`], then neither's.
const INK: u8 = 0;
const MUTED: u8 = 1;
pub(super) const FIRST_SIDE: u8 = 2;

/// The colours of paper and inks by their names in `styles/tokens.css`, where they are.
const COLOURS: [&str; 10] = ["paper", "ink", "muted", "amber", "blue", "plum", "moss", "brick", "teal", "none"];

/// Those colours, of the light theme; none where the style sheet has not got them all.
fn colours() -> Option<Vec<Colour>> {
    COLOURS.iter().map(|name| colour(name)).collect()
}

fn colour(name: &str) -> Option<Colour> {
    let value = tokens::light(name)?;
    let part = |n: usize| u8::from_str_radix(value.get(n..n + 2)?, 16).ok();
    Some([part(1)?, part(3)?, part(5)?])
}

/// An area in a side's pattern, with an edge.
fn set_off(canvas: &mut Canvas, area: Area, label: &Label) {
    let [left, top, width, height] = area;
    canvas.fill(area, label.ink, label.pattern);
    let line = 4.min(width).min(height);
    for edge in [
        [left, top, width, line],
        [left, top + height - line, width, line],
        [left, top, line, height],
        [left + width - line, top, line, height],
    ] {
        canvas.fill(edge, label.ink, Pattern::Solid);
    }
}

/// Draws pictures, on as many threads as there are processors, and hands each to `done` in their order.
///
/// # Errors
/// The first of `done`, or of a picture.
pub(in crate::document) fn draw(
    pictures: &[Picture],
    mut done: impl FnMut(&str, Vec<u8>) -> io::Result<()>,
) -> io::Result<()> {
    let colours = colours().unwrap_or_default();
    let Some((paper, inks)) = colours.split_first() else {
        return Err(io::Error::other(format!("styles/tokens.css must have {COLOURS:?} as #rrggbb")));
    };
    let threads = thread::available_parallelism().map_or(1, NonZero::get);
    for some in pictures.chunks(threads * AT_ONCE) {
        let next = AtomicUsize::new(0);
        let work = || {
            let mut lettering = Lettering::new();
            let mut drawn = Vec::new();
            loop {
                let n = next.fetch_add(1, Ordering::Relaxed);
                let Some(picture) = some.get(n) else { return drawn };
                let bytes = match &mut lettering {
                    Some(lettering) => picture.drawn(lettering, *paper, inks),
                    None => Err(io::Error::other("the fonts are damaged")),
                };
                drawn.push((n, bytes));
            }
        };
        let mut drawn = thread::scope(|scope| {
            let workers: Vec<_> = (0..threads).map(|_| scope.spawn(work)).collect();
            let drawn =
                workers.into_iter().flat_map(|worker| worker.join().unwrap_or_else(|panic| resume_unwind(panic)));
            drawn.collect::<Vec<_>>()
        });
        drawn.sort_by_key(|(n, _)| *n);
        for (n, bytes) in drawn {
            done(&some[n].file, bytes?)?;
        }
    }
    Ok(())
}

/// So many pictures a thread are drawn before they are written.
const AT_ONCE: usize = 32;

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    /// What the style sheet says of each pattern, for whoever changes one: the other is to be changed with it.
    const SWATCHES: [(&str, Pattern, &str); 7] = [
        ("1", Pattern::Solid, "linear-gradient(var(--side), var(--side))"),
        ("2", Pattern::Falling, "repeating-linear-gradient(45deg, var(--side) 0 2px, transparent 2px 4px)"),
        ("3", Pattern::Dots, "radial-gradient(var(--side) 40%, transparent 45%) 0 0 / 4px 4px"),
        ("4", Pattern::Upright, "repeating-linear-gradient(90deg, var(--side) 0 2px, transparent 2px 4px)"),
        ("5", Pattern::Level, "repeating-linear-gradient(0deg, var(--side) 0 2px, transparent 2px 4px)"),
        ("6", Pattern::Rising, "repeating-linear-gradient(-45deg, var(--side) 0 2px, transparent 2px 4px)"),
        ("none", Pattern::Empty, "linear-gradient(transparent, transparent)"),
    ];

    #[test]
    fn colours_and_patterns_are_those_of_pages() {
        assert_eq!(colours().unwrap().len(), COLOURS.len());
        let sides = corpus::Colour::ALL.map(corpus::Colour::name);
        assert_eq!(COLOURS[1 + FIRST_SIDE as usize..][..sides.len()], sides);
        assert_eq!(COLOURS[1..][usize::from(INK)..][..2], ["ink", "muted"]);
        let css = include_str!("../../../styles/components.css");
        for (n, (class, pattern, swatch)) in SWATCHES.into_iter().enumerate() {
            let rule = css.lines().find(|line| line.starts_with(&format!(".pattern-{class} {{"))).unwrap();
            assert!(rule.ends_with(&format!("--swatch: {swatch}; }}")), "{rule}");
            assert_eq!(pattern, Pattern::ALL.get(n).copied().unwrap_or(Pattern::Empty));
        }
    }

    #[test]
    fn a_long_text_is_cut_at_a_word_and_stays_in_its_quotation_marks() {
        let mut lettering = Lettering::new().unwrap();
        let text = format!("“{}end.”", "words, ".repeat(200));
        let lines = lettering.first_lines(&text, SMALL, COLUMN, 3);
        assert_eq!(lines.len(), 3);
        assert!(lines[2].ends_with("words…”"), "{lines:?}");
        assert!(text.starts_with(&lines.join(" ")[..100]), "verbatim so far");
        for line in &lines {
            assert!(lettering.width(line, SMALL) <= COLUMN, "{line}");
        }
        assert_eq!(lettering.first_lines("Few words.", SMALL, COLUMN, 1), ["Few words."]);
        let long = lettering.lines(&"m".repeat(300), SMALL, COLUMN);
        assert!(long.len() > 1 && long.concat().len() == 300, "{long:?}");
    }
}
