//! Where pictures are drawn: places of paper, each inked more or less in one of a few inks. A PNG of such places says them by a palette,
//! and is a third of what it would be with a colour for each.

use std::io;

use super::{HEIGHT, WIDTH};

/// A colour: red, green, blue.
pub(super) type Colour = [u8; 3];

/// How much ink a place can have, besides none. Letters of this size look smooth with so many shades; with twice as many the file is twice
/// as large.
const SHADES: u8 = 7;

/// How far along each side of a place a pattern is tried, to see how much ink the place has.
const TRIES: usize = 4;

/// How often a pattern repeats, in places.
const PERIOD: usize = 16;

/// What tells sides apart besides their colours: the swatches of `styles/components.css`, in their order there, and none for neither.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pattern {
    Solid,
    /// Stripes that fall to the right.
    Falling,
    Dots,
    Upright,
    Level,
    Rising,
    /// Nothing but an edge.
    Empty,
}

impl Pattern {
    /// Those of sides, in order.
    pub(super) const ALL: [Self; 6] =
        [Self::Solid, Self::Falling, Self::Dots, Self::Upright, Self::Level, Self::Rising];

    /// How much ink it has at a place, in parts of 255.
    fn ink_at(self, x: usize, y: usize) -> u8 {
        let tries = (0..TRIES * TRIES).map(|n| (x * TRIES + n % TRIES, y * TRIES + n / TRIES));
        let inked = tries.filter(|(x, y)| self.is_inked(*x, *y)).count();
        (inked * 255 / (TRIES * TRIES)) as u8
    }

    /// Whether it has ink at a place of its first period, given in parts ([`TRIES`]) of places.
    fn is_inked(self, x: usize, y: usize) -> bool {
        let period = PERIOD * TRIES;
        let half = |at: usize| at % period < period / 2;
        match self {
            Self::Solid => true,
            Self::Falling => half(x + period - y),
            Self::Rising => half(x + y),
            Self::Upright => half(x),
            Self::Level => half(y),
            Self::Dots => {
                let from_middle = |at: usize| (at % period).abs_diff(period / 2);
                from_middle(x).pow(2) + from_middle(y).pow(2) < (period * 3 / 8).pow(2)
            }
            Self::Empty => false,
        }
    }
}

/// A rectangle: left, top, width, height.
pub(super) type Area = [usize; 4];

/// A picture in the making.
pub(super) struct Canvas {
    /// Of the paper, then of each ink.
    colours: Vec<Colour>,
    /// Of each place, row by row: 0 for paper, else ink and shade.
    places: Vec<u8>,
}

impl Canvas {
    /// Paper without ink. A palette has room for 36 inks.
    pub(super) fn new(paper: Colour, inks: &[Colour]) -> Self {
        let colours = [paper].iter().chain(inks).copied().collect();
        Self { colours, places: vec![0; (WIDTH * HEIGHT) as usize] }
    }

    /// Inks a place, as much as `of` parts in 255. Places outside the paper are nobody's.
    pub(super) fn ink(&mut self, x: i32, y: i32, ink: u8, of: u8) {
        let shade = (u16::from(of) * u16::from(SHADES) + 127) / 255;
        let (Ok(x), Ok(y)) = (u32::try_from(x), u32::try_from(y)) else { return };
        if shade == 0 || x >= WIDTH || y >= HEIGHT {
            return;
        }
        // One letter may touch another: there is as much ink as the one that has more leaves.
        let value = ink * SHADES + shade as u8;
        let place = &mut self.places[(y * WIDTH + x) as usize];
        *place = value.max(*place);
    }

    /// Fills an area with a pattern.
    pub(super) fn fill(&mut self, [left, top, width, height]: Area, ink: u8, pattern: Pattern) {
        let tile: Vec<u8> = (0..PERIOD * PERIOD).map(|n| pattern.ink_at(n % PERIOD, n / PERIOD)).collect();
        for y in top..top + height {
            for x in left..left + width {
                self.ink(x as i32, y as i32, ink, tile[y % PERIOD * PERIOD + x % PERIOD]);
            }
        }
    }

    /// The picture as a PNG.
    pub(super) fn png(&self) -> io::Result<Vec<u8>> {
        let mut bytes = Vec::new();
        let mut encoder = png::Encoder::new(&mut bytes, WIDTH, HEIGHT);
        encoder.set_color(png::ColorType::Indexed);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_palette(self.palette());
        encoder.set_compression(png::Compression::Balanced);
        // Neighbouring indices are no neighbouring values: differences would only be longer. (A compression brings a filter of its own.)
        encoder.set_filter(png::Filter::NoFilter);
        let mut writer = encoder.write_header()?;
        writer.write_image_data(&self.places)?;
        writer.finish()?;
        Ok(bytes)
    }

    /// The colour of each value that a place can have.
    fn palette(&self) -> Vec<u8> {
        let paper = self.colours[0];
        let mut palette = paper.to_vec();
        for ink in &self.colours[1..] {
            for shade in 1..=u16::from(SHADES) {
                let between = |(paper, ink): (&u8, &u8)| {
                    let [paper, ink, all] = [u16::from(*paper), u16::from(*ink), u16::from(SHADES)];
                    ((paper * (all - shade) + ink * shade + all / 2) / all) as u8
                };
                palette.extend(paper.iter().zip(ink).map(between));
            }
        }
        palette
    }
}
