//! A local server that behaves as production does, and rebuilds while you write.

use crate::build::{self, Snapshot, snapshot};
use crate::run::{Failure, Result, Workspace, announce, fail};
use crate::server::{Reply, Request, Site};
use crate::tools;
use std::io::ErrorKind;
use std::net::TcpListener;
use std::sync::{Arc, RwLock};
use std::thread;
use std::time::{Duration, Instant};
use tiny_http::{Header, Response, Server};

const N_THREADS: usize = 8;
const EVERY: Duration = Duration::from_secs(1);

/// What `serve` was asked to do.
pub(crate) struct Plan {
    pub(crate) port: u16,
    pub(crate) is_dev: bool,
    pub(crate) builds: bool,
    pub(crate) site: Site,
}

pub(crate) fn serve(workspace: &Workspace, plan: Plan) -> Result {
    // The port first: nobody should wait for a build to learn that it is taken.
    let listener = listen(plan.port)?;
    let site = Arc::new(RwLock::new(plan.site.clone()));
    if plan.is_dev {
        tools::for_build(workspace)?;
        let seen = snapshot(workspace)?;
        let first = dev_site(workspace, &plan.site, 0);
        build::pages(workspace, &first, false)?;
        *site.write().map_err(|_| stopped())? = first;
        start(listener, &site, &plan)?;
        println!("Watching src, style, public and index.html; Ctrl-C ends.");
        return watch(workspace, &plan.site, &site, seen);
    }
    if plan.builds && build::is_fresh(workspace, &plan.site)? {
        println!("{} is up to date.", plan.site.folder.display());
    } else if plan.builds {
        build::release(workspace, &plan.site)?;
    }
    build::must_exist(&plan.site.folder)?;
    start(listener, &site, &plan)?;
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

fn start(listener: TcpListener, site: &Arc<RwLock<Site>>, plan: &Plan) -> Result {
    let server = Server::from_listener(listener, None)
        .map_err(|error| Failure(format!("The server did not start: {error}.")))?;
    let server = Arc::new(server);
    for _ in 0..N_THREADS {
        let (server, site) = (Arc::clone(&server), Arc::clone(site));
        thread::spawn(move || {
            while let Ok(request) = server.recv() {
                let Ok(site) = site.read().map(|site| site.clone()) else { return };
                // A reader who has gone away is no trouble of ours.
                let reply = site.answer(&heard(&request));
                let _ = request.respond(response(reply));
            }
        });
    }
    announce(&format!("http://localhost:{}{}", plan.port, plan.site.base));
    Ok(())
}

fn heard(request: &tiny_http::Request) -> Request<'_> {
    let header = |name: &'static str| {
        let mut headers = request.headers().iter();
        headers.find(|header| header.field.equiv(name)).map_or("", |header| header.value.as_str())
    };
    Request {
        method: request.method().as_str(),
        target: request.url(),
        accept_encoding: header("Accept-Encoding"),
        if_none_match: header("If-None-Match"),
    }
}

fn response(reply: Reply) -> Response<std::io::Cursor<Vec<u8>>> {
    let headers = reply.headers.iter();
    let headers =
        headers.filter_map(|(name, value)| Header::from_bytes(*name, value.as_str()).ok());
    let length = reply.body.len();
    let response = Response::from_data(reply.body).with_status_code(reply.status);
    let response = headers.fold(response, Response::with_header);
    // Hosts send static files with their length, never in chunks.
    response.with_chunked_threshold(length + 1)
}

/// Builds alternate between two folders, so that the one on show is never half written.
fn dev_site(workspace: &Workspace, site: &Site, n_builds: usize) -> Site {
    let name = ["a", "b"][n_builds % 2];
    Site { folder: workspace.path(format!("target/site/dev-{name}")), base: site.base.clone() }
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
