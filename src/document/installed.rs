//! What makes the site an app to whoever wants it among theirs: a manifest (<https://www.w3.org/TR/appmanifest/>), the icon in the sizes
//! that systems ask for, and the colour of the window around it.

use std::fmt;

use resvg::tiny_skia::{Pixmap, PixmapPaint, Transform};
use resvg::usvg::{Options, Tree};
use serde_json::json;

use super::{hashed, tokens};
use crate::Site;

/// The manifest's name in the site's folder.
const MANIFEST: &str = "site.webmanifest";

/// Edges in pixels: what Chromium asks for (a start screen, and a splash screen).
const EDGES: [u32; 2] = [192, 512];

/// How much of the edge an icon has that systems cut to their own shape: what is in a circle of four fifths of the edge stays whole
/// (section 5.8.2), and the icon's corners are round.
const KEPT_OF_EDGE: f32 = 0.8;

/// A file's name and content.
type File = (String, Vec<u8>);

/// What makes a site an app.
pub struct Installed {
    /// The document that links it.
    pub html: String,
    /// The icons.
    pub icons: Vec<File>,
    /// The manifest, whose name never changes.
    pub manifest: File,
}

/// Makes an app of a site, in whose document `html` a line links the icon, an SVG.
///
/// # Errors
/// An icon that cannot be drawn, a colour that `styles/tokens.css` does not have.
pub fn installed(site: Site, html: &str, icon: &File) -> Result<Installed, NotInstallable> {
    let (name, svg) = icon;
    let tree = Tree::from_data(svg, &Options::default()).map_err(|error| NotInstallable(error.to_string()))?;
    let mut files = Vec::new();
    let mut told = vec![json!({ "src": name, "type": "image/svg+xml", "sizes": "any" })];
    for edge in EDGES {
        let png = png(drawn(&tree, edge)?)?;
        let name = hashed(&format!("icon-{edge}"), &png, ".png");
        told.push(json!({ "src": name, "type": "image/png", "sizes": format!("{edge}x{edge}") }));
        files.push((name, png));
    }
    let edge = EDGES[1];
    let png = png(filled(&tree, edge)?)?;
    let filled = hashed("icon-filled", &png, ".png");
    let sizes = format!("{edge}x{edge}");
    told.push(json!({ "src": filled, "type": "image/png", "sizes": sizes, "purpose": "maskable" }));
    files.push((filled.clone(), png));

    let paper = |colour: Option<&'static str>| colour.ok_or_else(|| NotInstallable("there is no --paper".into()));
    let (light, dark) = (paper(tokens::light("paper"))?, paper(tokens::dark("paper"))?);
    let debate = &site.corpus().debate;
    let manifest = json!({
        "id": "./",
        "name": debate.title,
        "description": debate.question,
        "lang": site.locale().tag(),
        "start_url": "./",
        "scope": "./",
        // A site is read by following links: there is a way back.
        "display": "minimal-ui",
        "background_color": light,
        "theme_color": light,
        "icons": told,
    });

    let links = format!(
        "<link rel=\"manifest\" href=\"{MANIFEST}\">\n\
         <link rel=\"apple-touch-icon\" href=\"{filled}\">\n\
         <meta name=\"theme-color\" content=\"{light}\" media=\"(prefers-color-scheme: light)\">\n\
         <meta name=\"theme-color\" content=\"{dark}\" media=\"(prefers-color-scheme: dark)\">\n"
    );
    let line = html.lines().find(|line| line.contains("rel=\"icon\""));
    let line = line.ok_or_else(|| NotInstallable("index.html links no icon".into()))?;
    Ok(Installed {
        html: html.replacen(line, &format!("{line}\n{}", links.trim_end()), 1),
        icons: files,
        manifest: (MANIFEST.into(), format!("{manifest:#}\n").into_bytes()),
    })
}

/// The icon on nothing.
fn drawn(tree: &Tree, edge: u32) -> Result<Pixmap, NotInstallable> {
    let mut pixmap = empty(edge)?;
    let (width, height) = (tree.size().width(), tree.size().height());
    let scale = edge as f32 / width.max(height);
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

/// The icon in the middle of a square of its own colour, to be cut to any shape.
fn filled(tree: &Tree, edge: u32) -> Result<Pixmap, NotInstallable> {
    let small = drawn(tree, (edge as f32 * KEPT_OF_EDGE) as u32)?;
    // Its corners are round: the colour is that of the middle of its upper edge.
    let colour =
        small.pixel(small.width() / 2, 1).ok_or_else(|| NotInstallable("the icon is empty".into()))?.demultiply();
    let mut pixmap = empty(edge)?;
    pixmap.fill(resvg::tiny_skia::Color::from_rgba8(colour.red(), colour.green(), colour.blue(), u8::MAX));
    let margin = ((edge - small.width()) / 2) as i32;
    pixmap.draw_pixmap(margin, margin, small.as_ref(), &PixmapPaint::default(), Transform::identity(), None);
    Ok(pixmap)
}

fn empty(edge: u32) -> Result<Pixmap, NotInstallable> {
    Pixmap::new(edge, edge).ok_or_else(|| NotInstallable(format!("an icon cannot be {edge} pixels wide")))
}

fn png(pixmap: Pixmap) -> Result<Vec<u8>, NotInstallable> {
    pixmap.encode_png().map_err(|error| NotInstallable(error.to_string()))
}

/// Why the site cannot be installed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotInstallable(String);

impl fmt::Display for NotInstallable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "styles/icon.svg makes no icon to install: {}", self.0)
    }
}

impl std::error::Error for NotInstallable {}
