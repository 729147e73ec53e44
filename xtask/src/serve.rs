//! `serve`: the site on this machine, rebuilt whenever an article or a source changes.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result, bail};

use crate::args::ServeOptions;
use crate::{project, setup};

/// Where serving starts to look for a free port.
const FIRST_PORT: u16 = 8080;

/// How many ports are tried: enough for the sites that a person has open at a time.
const PORTS_TRIED: u16 = 100;

pub(crate) fn run(options: &ServeOptions) -> Result<()> {
    let seeds = project::seeds(options.seeds.as_deref())?;
    let port = port(options.port)?;
    let tools = if options.release { setup::for_release() } else { setup::for_development() }?;

    let mut trunk = tools.trunk(&seeds)?;
    trunk.args(["serve", "--address", "127.0.0.1", "--port", &port.to_string()]);
    // Apart from dist/, which is for the site to upload and must not become a development build by the way.
    trunk.arg("--dist").arg(project::root()?.join("target").join("serve"));
    if options.seeds.is_some() {
        // This takes the place of the list in Trunk.toml, which only has the usual folder of articles.
        trunk.arg("--watch").arg(project::root()?).arg("--watch").arg(&seeds);
    }
    if options.release {
        trunk.arg("--release");
    }
    println!("Building; the first build takes a minute or two.");
    println!("Then the site is at http://127.0.0.1:{port}/");
    println!("A change in {} or in the sources builds it anew: reload the page. Ctrl-C ends it.", seeds.display());
    project::run(&mut trunk)
}

/// The port that was asked for, or the first free one.
fn port(asked: Option<u16>) -> Result<u16> {
    if let Some(port) = asked {
        if !is_free(port) {
            bail!("port {port} is taken; without --port the next free one is used");
        }
        return Ok(port);
    }
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
mod tests {
    use super::*;

    #[test]
    #[expect(clippy::expect_used, reason = "a test may panic")]
    fn a_taken_port_is_an_error_or_left_out() {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).expect("some port is free");
        let taken = listener.local_addr().expect("it is bound").port();
        assert!(port(Some(taken)).is_err());
        assert!(port(None).is_ok_and(|port| port != taken));
    }
}
