//! How fast the release is in a browser on slow lines: `benches/portal.mjs`, with the site served for it.

use crate::run::{Failure, Result, Workspace, fail, run};
use crate::server::Site;
use crate::{build, http, tools};
use std::net::TcpListener;

/// What `bench` was asked to do.
pub struct Plan {
    pub site: Site,
    /// The benches of the domain need neither a site nor a browser.
    pub is_domain: bool,
    /// Words for the script, which explains itself in its first lines.
    pub words: Vec<String>,
}

pub fn bench(workspace: &Workspace, plan: Plan) -> Result {
    tools::npm_packages(workspace)?;
    let mut script = workspace.command("node", &["benches/portal.mjs"]);
    script.args(&plan.words).env("PORTAL_DIST", &plan.site.folder);
    if !plan.is_domain {
        build::must_exist(&plan.site.folder)?;
        script.env("CHROMIUM", tools::chromium(workspace)?.browser);
        script.env("PORTAL_ORIGIN", origin(plan.site)?);
    }
    match run("Measure", &mut script) {
        Err(failure) if failure.0.starts_with('"') => {
            fail("The benchmark did not come to its end: the lines above say why.")
        }
        other => other,
    }
}

/// Serves the site on a free port for as long as the process lives.
fn origin(site: Site) -> Result<String> {
    let closed = |error| Failure(format!("No port can be opened on this machine: {error}."));
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(closed)?;
    let port = listener.local_addr().map_err(closed)?.port();
    http::serve(listener, move |request| site.answer(request));
    Ok(format!("http://127.0.0.1:{port}"))
}
