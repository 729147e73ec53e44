//! `palette`: how well the colours of the sides can be read and told apart, by whoever sees colours as most do and by whoever
//! does not.
//!
//! Colour blindness is simulated after Machado, Oliveira and Fernandes, "A Physiologically-based Model for Simulation of
//! Color Vision Deficiency", IEEE Transactions on Visualization and Computer Graphics 15 (2009), with their matrices for a
//! total deficiency. Differences are CIEDE2000: 2.3 is about what an eye just notices side by side. Contrast is that of WCAG.

use std::fmt::Write as _;
use std::fs;

use anyhow::{Context, Result, bail};
use palette::color_difference::{Ciede2000, Wcag21RelativeContrast};
use palette::{FromColor, Lab, LinSrgb, Srgb};

use crate::project;

/// The file that has every colour of the page.
const TOKENS: &str = "styles/tokens.css";

/// Where the colours of a theme start in it.
const THEMES: [(&str, &str); 2] = [("light", ":root {"), ("dark", "prefers-color-scheme: dark")];

/// Two sides take the first two of these by default; `none` is neither.
const SIDES: [&str; 7] = ["amber", "blue", "plum", "moss", "brick", "teal", "none"];

/// What the sides' colours are text on, besides their own tint.
const GROUNDS: [&str; 2] = ["paper", "raised"];

/// WCAG 2.2, 1.4.3: text of any size.
const CONTRAST: f32 = 4.5;

/// How much any two colours must differ for everybody: four times what is just noticed, so that they are told apart at a
/// second glance. They were tuned for it, by lightness above all, which all see; six hues alone cannot do it. Pattern and
/// label tell at the first.
const APART: f32 = 10.0;

/// How much the two colours that two sides have by default must differ for everybody, so that no glance confuses them.
const FAR_APART: f32 = 40.0;

/// How somebody sees colours: what comes of red, green and blue light.
struct Vision {
    name: &'static str,
    matrix: [[f32; 3]; 3],
}

const VISIONS: [Vision; 4] = [
    Vision { name: "normal", matrix: [[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]] },
    Vision {
        name: "protanopia",
        matrix: [
            [0.152_286, 1.052_583, -0.204_868],
            [0.114_503, 0.786_281, 0.099_216],
            [-0.003_882, -0.048_116, 1.051_998],
        ],
    },
    Vision {
        name: "deuteranopia",
        matrix: [
            [0.367_322, 0.860_646, -0.227_968],
            [0.280_085, 0.672_501, 0.047_413],
            [-0.011_820, 0.042_940, 0.968_881],
        ],
    },
    Vision {
        name: "tritanopia",
        matrix: [
            [1.255_528, -0.076_749, -0.178_779],
            [-0.078_411, 0.930_809, 0.147_602],
            [0.004_733, 0.691_367, 0.303_900],
        ],
    },
];

impl Vision {
    fn of(&self, colour: Srgb<f32>) -> LinSrgb<f32> {
        let light = colour.into_linear();
        let seen = self.matrix.map(|[red, green, blue]| red * light.red + green * light.green + blue * light.blue);
        let [red, green, blue] = seen.map(|part| part.clamp(0.0, 1.0));
        LinSrgb::new(red, green, blue)
    }

    fn difference(&self, one: Srgb<f32>, other: Srgb<f32>) -> f32 {
        Lab::from_color(self.of(one)).difference(Lab::from_color(self.of(other)))
    }
}

/// The colours of a theme by name.
struct Theme {
    name: &'static str,
    colours: Vec<(String, Srgb<f32>)>,
}

impl Theme {
    fn colour(&self, name: &str) -> Result<Srgb<f32>> {
        let found = self.colours.iter().find(|(other, _)| other == name);
        found.map(|(_, colour)| *colour).with_context(|| format!("{TOKENS}: no --{name} in the {} theme", self.name))
    }

    /// The contrast of a side's colour with the grounds that it is text on, its own tint last.
    fn contrasts(&self, side: &str) -> Result<Vec<f32>> {
        let text = self.colour(side)?;
        let tint = format!("{side}-tint");
        let grounds = GROUNDS.into_iter().chain([tint.as_str()]);
        grounds.map(|ground| Ok(text.relative_contrast(self.colour(ground)?))).collect()
    }

    /// How much two colours differ, in the order of the visions.
    fn differences(&self, one: &str, other: &str) -> Result<Vec<f32>> {
        let (one, other) = (self.colour(one)?, self.colour(other)?);
        Ok(VISIONS.iter().map(|vision| vision.difference(one, other)).collect())
    }
}

/// The themes of `tokens.css`.
fn themes(css: &str) -> Result<Vec<Theme>> {
    let of = |(name, start): (&'static str, &str)| {
        let (_, rest) = css.split_once(start).with_context(|| format!("{TOKENS}: no {name} theme"))?;
        let block = rest.split('}').next().unwrap_or_default();
        let colour = |line: &str| {
            let (name, value) = line.trim().strip_prefix("--")?.split_once(": ")?;
            let colour: Srgb<u8> = value.trim_end_matches(';').parse().ok()?;
            Some((name.to_string(), colour.into_format()))
        };
        Ok(Theme { name, colours: block.lines().filter_map(colour).collect() })
    };
    THEMES.into_iter().map(of).collect()
}

/// Every pair of sides.
fn pairs() -> impl Iterator<Item = (&'static str, &'static str)> {
    (0..SIDES.len()).flat_map(|n| SIDES[n + 1..].iter().map(move |other| (SIDES[n], *other)))
}

/// Prints the figures.
pub(crate) fn run() -> Result<()> {
    let css = fs::read_to_string(project::root()?.join(TOKENS)).with_context(|| TOKENS.to_string())?;
    let themes = themes(&css)?;
    print!("{}", report(&themes)?);
    let faults = faults(&themes)?;
    if !faults.is_empty() {
        bail!("{}", faults.join("\n"));
    }
    Ok(())
}

fn report(themes: &[Theme]) -> Result<String> {
    let mut text = String::new();
    for theme in themes {
        let _ = writeln!(text, "{} theme: contrast of text", theme.name);
        let _ = writeln!(text, "  {:14} {:>12} {:>12} {:>12}", "", GROUNDS[0], GROUNDS[1], "own tint");
        for side in SIDES {
            let figures = theme.contrasts(side)?.into_iter().map(|figure| format!(" {figure:12.1}"));
            let _ = writeln!(text, "  {side:14}{}", figures.collect::<String>());
        }
        let _ = writeln!(text, "\n{} theme: difference (CIEDE2000)", theme.name);
        let names = VISIONS.iter().map(|vision| format!(" {:>12}", vision.name));
        let _ = writeln!(text, "  {:14}{}", "", names.collect::<String>());
        for (one, other) in pairs() {
            let figures = theme.differences(one, other)?;
            let cells = figures.iter().map(|figure| format!(" {figure:12.1}")).collect::<String>();
            let _ = writeln!(text, "  {:14}{cells}", format!("{one}, {other}"));
        }
        text.push('\n');
    }
    text.push_str("A side has a pattern and a label besides its colour.\n");
    Ok(text)
}

/// What is not as it must be: text that cannot be read, or colours that are alike to somebody.
fn faults(themes: &[Theme]) -> Result<Vec<String>> {
    let mut faults = Vec::new();
    for theme in themes {
        for side in SIDES {
            if theme.contrasts(side)?.iter().any(|contrast| *contrast < CONTRAST) {
                faults.push(format!("{} theme: text in --{side} is below a contrast of {CONTRAST}", theme.name));
            }
        }
        for (one, other) in pairs() {
            let least = if (one, other) == (SIDES[0], SIDES[1]) { FAR_APART } else { APART };
            if theme.differences(one, other)?.iter().any(|difference| *difference < least) {
                faults.push(format!("{} theme: --{one} and --{other} differ by less than {least}", theme.name));
            }
        }
    }
    Ok(faults)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    const CSS: &str = include_str!("../../styles/tokens.css");

    #[test]
    fn the_sides_can_be_read_and_told_apart_by_everybody() {
        let themes = themes(CSS).unwrap();
        assert_eq!(faults(&themes).unwrap(), Vec::<String>::new());
        assert!(report(&themes).unwrap().contains("dark theme: difference"));
    }

    #[test]
    fn what_cannot_be_read_or_told_apart_is_found() {
        let (amber, blue) = ("--amber: #855000;", "--blue: #1f4f9e;");
        assert!(CSS.contains(amber) && CSS.contains(blue));
        for (css, fault) in [
            (CSS.replace(amber, "--amber: #c0a080;"), "light theme: text in --amber is below"),
            (CSS.replace(blue, "--blue: #6b5d00;"), "light theme: --amber and --blue differ by less"),
        ] {
            let found = faults(&themes(&css).unwrap()).unwrap();
            assert!(found.iter().any(|found| found.starts_with(fault)), "{found:?}");
        }
        assert!(themes(&CSS.replace(amber, "")).and_then(|themes| faults(&themes)).is_err());
    }

    #[test]
    fn the_sides_are_those_that_a_debate_can_have() {
        let colours = corpus::Colour::ALL.map(corpus::Colour::name);
        assert_eq!(SIDES[..colours.len()], colours);
    }

    /// Figures of others: the pair of CIEDE2000's test data that is hardest on the hue, white on black, and grey, which
    /// looks the same to everybody.
    #[test]
    fn differences_and_simulations_are_those_of_the_papers() {
        let difference = Lab::new(50.0, 2.6772, -79.7751)
            .difference(Lab::<palette::white_point::D65, f32>::new(50.0, 0.0, -82.7485));
        assert!((difference - 2.0425).abs() < 0.0001, "{difference}");
        let [white, black, grey] = [1.0_f32, 0.0, 0.5].map(|part| Srgb::new(part, part, part));
        assert!((white.relative_contrast(black) - 21.0).abs() < 0.001);
        for vision in VISIONS {
            assert!(VISIONS[0].difference(grey, Srgb::from_linear(vision.of(grey))) < 0.1, "{}", vision.name);
        }
        let (red, green) = (Srgb::new(0.8, 0.2, 0.2), Srgb::new(0.45, 0.45, 0.0));
        assert!(VISIONS[0].difference(red, green) > 2.0 * VISIONS[2].difference(red, green));
    }
}
