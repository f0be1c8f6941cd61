//! Tries the files of `deploy/` on the servers they are for: nginx and Caddy, with the browser tests.

mod shipped;

use crate::build;
use crate::report::{Report, command};
use crate::run::{Failure, Result, Workspace, announce, at, fail};
use crate::tools::{self, Chromium};
use shipped::adapted;
use std::fs;
use std::net::{TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Stdio};
use std::thread;
use std::time::{Duration, Instant};

const PATIENCE: Duration = Duration::from_secs(15);

/// What a server may do to a visit: headers and caches, reading, journeys, search, the self-check. The fault suite puts a
/// misbehaving host of its own before whatever serves, and runs once.
const SPECS: [&str; 7] =
    ["headers", "caching", "journey", "reading", "search", "take-over", "self-check-states"];
/// Left out: the same test for all other explainers, which a server cannot tell apart.
const LEFT_OUT: &str = "giai-thich/(?!vneid)[a-z0-9-]+/ still says";
/// In a folder of a host.
const SPECS_BELOW: [&str; 3] = ["headers", "caching", "sub-path"];

/// A server program and how it starts.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Host {
    Nginx,
    Caddy,
}

/// A built site and the path below which a host shows it.
pub struct Place<'a> {
    pub folder: &'a str,
    pub base: &'a str,
}

/// The tests of the servers alone, with a site that is built.
pub fn hosts(workspace: &Workspace, place: &Place) -> Result {
    build::must_exist(&workspace.path(place.folder))?;
    let chromium = tools::chromium(workspace)?;
    let mut report = Report::default();
    steps(workspace, &mut report, &chromium, place);
    report.finish()
}

/// The browser tests on each server that is there or can be installed.
pub fn steps(workspace: &Workspace, report: &mut Report, chromium: &Chromium, place: &Place) {
    for host in [Host::Nginx, Host::Caddy] {
        let below =
            if place.base == "/" { String::new() } else { format!(" below {}", place.base) };
        let step = format!("{} from deploy/{below}", host.name());
        let program = match host.install(workspace) {
            Ok(program) => program,
            Err(failure) => {
                announce(&format!("NOT RUN: {step}"));
                println!("{failure}");
                report.not_run(&step, failure.0);
                continue;
            }
        };
        // Another program may take the free port first: a second one is tried.
        let start = || Server::start(workspace, host, &program, place);
        let server = match start().or_else(|_| start()) {
            Ok(server) => server,
            Err(failure) => {
                report.step(&step, || Err(failure));
                continue;
            }
        };
        let mut play = command(workspace, "node node_modules/@playwright/test/cli.js test");
        let specs: &[&str] = if place.base == "/" { &SPECS } else { &SPECS_BELOW };
        play.args(specs.iter().map(|spec| format!("tests/e2e/{spec}.spec.mjs")));
        play.args(["--grep-invert", LEFT_OUT]);
        play.env("CHROMIUM", &chromium.browser).env("PORTAL_DIST", place.folder);
        play.env("PORTAL_URL", format!("http://127.0.0.1:{}{}", server.port, place.base));
        report.tests(&step, &mut play);
    }
}

impl Host {
    fn name(self) -> &'static str {
        match self {
            Host::Nginx => "nginx",
            Host::Caddy => "caddy",
        }
    }

    /// The program; nginx with the modules that the shipped file asks for.
    fn install(self, workspace: &Workspace) -> Result<PathBuf> {
        let packages: &[&str] = match self {
            Host::Nginx => &[
                "nginx-light",
                "libnginx-mod-http-brotli-static",
                "libnginx-mod-http-headers-more-filter",
            ],
            Host::Caddy => &["caddy"],
        };
        let modules: &[&str] = match self {
            Host::Nginx => &["mod-http-brotli-static", "mod-http-headers-more-filter"],
            Host::Caddy => &[],
        };
        let find = || {
            let is_there =
                |name: &&str| Path::new(MODULES).join(format!("50-{name}.conf")).exists();
            tools::server(self.name()).filter(|_| modules.iter().all(is_there))
        };
        if let Some(program) = find() {
            return Ok(program);
        }
        tools::from_debian(workspace, &format!("Install {} from Debian", self.name()), packages)?;
        find().ok_or_else(|| {
            let packages = packages.join(" ");
            Failure(format!("{} is missing: run `sudo apt-get install {packages}`.", self.name()))
        })
    }
}

/// Where Debian says which modules nginx loads.
const MODULES: &str = "/etc/nginx/modules-enabled";

/// A running server, ended when it is dropped.
struct Server {
    child: Child,
    port: u16,
}

impl Server {
    fn start(workspace: &Workspace, host: Host, program: &Path, place: &Place) -> Result<Server> {
        let folder = workspace.path(format!("target/site/hosts/{}", host.name()));
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(folder.join("snippets")).map_err(at(&folder))?;
        // Both are held until both are known: the second must be another one.
        let listeners = [free()?, free()?];
        let [port, other] = listeners.each_ref().map(|(_, port)| *port);
        let (site, copied) = host.files(place);
        let root = host.root(&folder, &workspace.path(place.folder), place)?;
        let shipped = workspace.read(&format!("deploy/{site}"))?;
        let text = adapted(&shipped, &host.changes(place, &root, [port, other]))?;
        write(&folder.join("site.conf"), &text)?;
        for file in copied {
            let name = file.rsplit('/').next().unwrap_or(file);
            let target = if host == Host::Nginx { format!("snippets/{name}") } else { name.into() };
            write(&folder.join(target), &workspace.read(&format!("deploy/{file}"))?)?;
        }
        let config = folder.join("server.conf");
        write(&config, &host.frame(place, &folder.display().to_string(), port))?;
        drop(listeners);
        let log = folder.join("log");
        let mut command = workspace.command(&program.to_string_lossy(), &[]);
        match host {
            Host::Nginx => command.arg("-e").arg(&log).arg("-c").arg(&config),
            Host::Caddy => command.args(["run", "--adapter", "caddyfile", "--config"]).arg(&config),
        };
        // Caddy keeps what it has run in the folder of its user.
        command.env("HOME", &folder).env_remove("XDG_CONFIG_HOME").env_remove("XDG_DATA_HOME");
        let output = fs::File::create(folder.join("output")).map_err(at(&folder))?;
        command.stdout(Stdio::null()).stderr(output);
        announce(&format!("{} on port {port}, from deploy/{site}", host.name()));
        let child = command.spawn().map_err(at(program))?;
        let server = Server { child, port };
        server.wait(&folder)
    }

    fn wait(mut self, folder: &Path) -> Result<Server> {
        let start = Instant::now();
        while start.elapsed() < PATIENCE {
            if matches!(self.child.try_wait(), Ok(Some(_)) | Err(_)) {
                break;
            }
            if TcpStream::connect(("127.0.0.1", self.port)).is_ok() {
                return Ok(self);
            }
            thread::sleep(Duration::from_millis(50));
        }
        let words = fs::read_to_string(folder.join("output")).unwrap_or_default();
        fail(format!("The server did not start with the files of deploy/:\n{words}"))
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A port that nobody uses, as long as its listener lives.
fn free() -> Result<(TcpListener, u16)> {
    let none = |error| Failure(format!("No port is free on this machine ({error})."));
    let listener = TcpListener::bind(("127.0.0.1", 0)).map_err(none)?;
    let port = listener.local_addr().map_err(none)?.port();
    Ok((listener, port))
}

fn write(file: &Path, text: &str) -> Result {
    fs::write(file, text).map_err(at(file))
}
