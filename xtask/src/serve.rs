//! `serve`: the site on this machine, rebuilt whenever an article or a source changes.

use std::io::ErrorKind;
use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

use crate::args::ServeOptions;
use crate::{project, seeds, setup, site};

/// Where serving starts to look for a free port.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried: enough for the sites that a person has open at a time.
const PORTS_TRIED: u16 = 100;

pub(crate) fn run(options: &ServeOptions) -> Result<()> {
    let seeds = seeds::folder(options.seeds.as_deref())?;
    seeds::corpus(&seeds)?;
    let port = match options.port {
        Some(port) => asked(port, is_free)?,
        None => first_free(is_free)?,
    };
    let tools = if options.release { setup::for_release() } else { setup::for_development() }?;

    // Apart from dist/, which is for the site to upload and must not become a development build by the way. Emptied:
    // if the first build fails, the site of an earlier folder must not look like that of this one.
    let dist = project::root()?.join("target").join("serve");
    match std::fs::remove_dir_all(&dist) {
        Err(error) if error.kind() != ErrorKind::NotFound => {
            return Err(error).with_context(|| format!("{} cannot be emptied", dist.display()));
        }
        _ => {}
    }

    let mut trunk = tools.trunk(options.seeds.as_deref())?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    trunk.arg("--dist").arg(&dist);
    if options.seeds.is_some() {
        // These take the place of the list in Trunk.toml, which only has the usual folder of articles.
        for path in watched(&std::fs::read_to_string(project::root()?.join("Trunk.toml"))?)? {
            trunk.arg("--watch").arg(path);
        }
        trunk.arg("--watch").arg(&seeds);
    }
    if options.release {
        trunk.arg("--release");
    }
    // What is being worked on is not to be there when nobody serves it.
    trunk.env(site::OFFLINE, "no");
    println!("Building; the first build takes a minute or two.");
    println!("Then the site is at http://127.0.0.1:{port}/");
    println!("A change in {} or in the sources builds it anew: reload the page. Ctrl-C ends it.", seeds.display());
    project::run(&mut trunk)
}

/// What the text of Trunk.toml has trunk watch.
fn watched(config: &str) -> Result<Vec<String>> {
    let config: toml::Table = config.parse().context("Trunk.toml cannot be read")?;
    let list = config.get("watch").and_then(|section| section.get("watch")).cloned();
    list.and_then(|list| list.try_into().ok()).context("Trunk.toml has no list `watch` in `[watch]`")
}

/// The port that was asked for.
fn asked(port: u16, is_free: impl Fn(u16) -> bool) -> Result<u16> {
    if !is_free(port) {
        bail!("port {port} is taken; without --port the next free one is used");
    }
    Ok(port)
}

/// The first free port of those that are tried.
fn first_free(is_free: impl Fn(u16) -> bool) -> Result<u16> {
    let port = (FIRST_PORT..FIRST_PORT + PORTS_TRIED)
        .find(|port| is_free(*port))
        .with_context(|| format!("no port from {FIRST_PORT} on is free; name one with --port"))?;
    if port != FIRST_PORT {
        println!("Port {FIRST_PORT} is taken; {port} is used instead.");
    }
    Ok(port)
}

fn is_free(port: u16) -> bool {
    TcpListener::bind((Ipv4Addr::LOCALHOST, port)).is_ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;

    #[test]
    fn sources_are_watched_and_nothing_that_is_made_of_them() {
        let paths = watched(include_str!("../../Trunk.toml")).unwrap();
        assert!(["src", "crates", "styles", "build.rs"].iter().all(|source| paths.iter().any(|path| path == source)));
        assert!(!paths.iter().any(|path| [".", "target", "dist"].contains(&path.as_str())), "{paths:?}");
    }

    #[test]
    fn a_taken_port_is_an_error_or_left_out() {
        let is_free = |port| port >= FIRST_PORT + 2;
        assert_eq!(asked(FIRST_PORT + 2, is_free).unwrap(), FIRST_PORT + 2);
        assert!(asked(FIRST_PORT, is_free).is_err());
        assert_eq!(first_free(is_free).unwrap(), FIRST_PORT + 2);
        assert_eq!(first_free(|_| true).unwrap(), FIRST_PORT);
        assert!(first_free(|_| false).is_err());
    }

    #[test]
    fn a_port_that_is_listened_on_is_taken() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
        assert!(!is_free(listener.local_addr().unwrap().port()));
    }
}
