//! `lighthouse`: what Lighthouse says of the built site, on a phone and on a desktop. Figures to look at and no test: machines
//! differ, and are busy.

use anyhow::Result;

use crate::args::BuildOptions;
use crate::{packages, project, setup, site};

pub(crate) fn run() -> Result<()> {
    let dist = project::root()?.join("target").join("lighthouse");
    site::run(&BuildOptions { dist: Some(dist.clone()), ..BuildOptions::default() })?;
    let browser = setup::browser()?;
    packages::ensure_lighthouse()?;
    let mut node = project::node_in(&project::lighthouse()?);
    project::run(node.arg("lighthouse.mjs").env("CHROMIUM", &browser).env("REJOINDER_DIST", &dist))
}
