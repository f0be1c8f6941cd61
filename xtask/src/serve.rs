//! A local server that behaves as production does, and rebuilds while you write.

use crate::build::{self, Snapshot, snapshot};
use crate::run::{Failure, Result, Workspace, announce, fail};
use crate::server::Site;
use crate::{http, tools, weights};
use std::io::ErrorKind;
use std::net::TcpListener;
use std::sync::{Arc, RwLock};
use std::thread;
use std::time::{Duration, Instant};

const EVERY: Duration = Duration::from_secs(1);

/// What `serve` was asked to do.
pub struct Plan {
    pub port: u16,
    pub is_dev: bool,
    pub builds: bool,
    pub site: Site,
}

pub fn serve(workspace: &Workspace, plan: Plan) -> Result {
    // The port first: nobody should wait for a build to learn that it is taken.
    let listener = listen(plan.port)?;
    let site = Arc::new(RwLock::new(plan.site.clone()));
    if plan.is_dev {
        tools::for_build(workspace)?;
        let seen = snapshot(workspace)?;
        let first = dev_site(workspace, &plan.site, 0);
        build::pages(workspace, &first, false)?;
        *site.write().map_err(|_| stopped())? = first;
        start(listener, &site, &plan);
        println!("Watching src, style, public and index.html; Ctrl-C ends.");
        return watch(workspace, &plan.site, &site, seen);
    }
    if plan.builds && build::is_fresh(workspace, &plan.site)? {
        println!("{} is up to date.", plan.site.folder.display());
    } else if plan.builds {
        build::make(workspace, &plan.site)?;
        // A heavy page is a reason to look at it.
        if let Err(failure) = weights::check(workspace, &plan.site) {
            println!("{failure}");
        }
    }
    build::must_exist(&plan.site.folder)?;
    start(listener, &site, &plan);
    println!("Ctrl-C ends.");
    loop {
        thread::park();
    }
}

fn listen(port: u16) -> Result<TcpListener> {
    TcpListener::bind(("127.0.0.1", port)).map_err(|error| {
        Failure(match error.kind() {
            ErrorKind::AddrInUse => format!(
                "Port {port} is in use by another program. Try: cargo xtask serve --port {}",
                if port == u16::MAX { 8080 } else { port + 1 }
            ),
            ErrorKind::PermissionDenied => {
                format!("Port {port} needs special rights. Try: cargo xtask serve --port 8080")
            }
            _ => format!(
                "Port {port} cannot be opened ({error}). Try: cargo xtask serve --port 8081"
            ),
        })
    })
}

fn start(listener: TcpListener, site: &Arc<RwLock<Site>>, plan: &Plan) {
    let site = Arc::clone(site);
    http::serve(listener, move |request| {
        let site = site.read().map_or_else(|lost| lost.into_inner().clone(), |site| site.clone());
        site.answer(request)
    });
    announce(&format!("http://localhost:{}{}", plan.port, plan.site.base));
}

/// Builds alternate between two folders, so that the one on show is never half written.
fn dev_site(workspace: &Workspace, site: &Site, n_builds: usize) -> Site {
    let name = ["a", "b"][n_builds % 2];
    Site { folder: workspace.path(format!("target/site/dev-{name}")), ..site.clone() }
}

fn watch(workspace: &Workspace, plan: &Site, site: &RwLock<Site>, mut seen: Snapshot) -> Result {
    for n_builds in 1.. {
        let now = loop {
            thread::sleep(EVERY);
            // A file may vanish while we look; the next look is a second away.
            if let Ok(now) = snapshot(workspace)
                && now != seen
            {
                break now;
            }
        };
        announce(&format!("Changed: {}", changes(workspace, &seen, &now)));
        seen = now;
        let (next, start) = (dev_site(workspace, plan, n_builds), Instant::now());
        match build::pages(workspace, &next, false) {
            Ok(()) => {
                *site.write().map_err(|_| stopped())? = next;
                println!("Rebuilt in {} s; reload the page.", start.elapsed().as_secs());
            }
            Err(failure) => println!("{failure}\nStill serving the last good build."),
        }
    }
    fail("The watch ended.")
}

fn changes(workspace: &Workspace, before: &Snapshot, now: &Snapshot) -> String {
    let mut files =
        now.iter().filter(|(file, about)| before.get(*file) != Some(about)).collect::<Vec<_>>();
    files.extend(before.iter().filter(|(file, _)| !now.contains_key(*file)));
    let root = workspace.path("");
    let names = files
        .iter()
        .map(|(file, _)| file.strip_prefix(&root).unwrap_or(file).display().to_string());
    let shown = names.take(5).collect::<Vec<_>>().join(", ");
    if files.len() > 5 { format!("{shown} and {} more", files.len() - 5) } else { shown }
}

fn stopped() -> Failure {
    Failure("The server stopped: run `cargo xtask serve` again.".into())
}
