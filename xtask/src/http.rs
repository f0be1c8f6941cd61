//! As much of HTTP/1.1 as a browser on this machine needs.

use crate::server::{Reply, Request};
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::sync::Arc;
use std::thread;
use std::time::Duration;

/// A browser keeps quiet connections open; after this we close them.
const IDLE: Duration = Duration::from_secs(60);
const LONGEST_HEAD: u64 = 32 * 1024;

/// Answers every connection, each on its own thread, until the process ends.
pub fn serve<A>(listener: TcpListener, answer: A)
where
    A: Fn(&Request) -> Reply + Send + Sync + 'static,
{
    let answer = Arc::new(answer);
    thread::spawn(move || {
        for stream in listener.incoming().flatten() {
            let answer = Arc::clone(&answer);
            // A reader who goes away in mid-sentence is no trouble of ours.
            thread::spawn(move || converse(&stream, answer.as_ref()).ok());
        }
    });
}

fn converse(stream: &TcpStream, answer: &dyn Fn(&Request) -> Reply) -> io::Result<()> {
    stream.set_nodelay(true)?;
    stream.set_read_timeout(Some(IDLE))?;
    let mut reader = BufReader::new(stream);
    loop {
        let Some(head) = read_head(&mut reader)? else { return Ok(()) };
        let Some((request, stays)) = parse(&head) else {
            return (&*stream).write_all(
                b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
            );
        };
        let message = write(&answer(&request), request.method, stays);
        (&*stream).write_all(&message)?;
        if !stays {
            return Ok(());
        }
    }
}

/// The lines up to the empty one; `None` when the other side has closed.
fn read_head(reader: &mut impl BufRead) -> io::Result<Option<String>> {
    let mut lines = reader.take(LONGEST_HEAD);
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        if lines.read_until(b'\n', &mut head)? == 0 {
            return Ok(None);
        }
    }
    Ok(Some(String::from_utf8_lossy(&head).into_owned()))
}

/// The request, and whether the connection stays open after it.
fn parse(head: &str) -> Option<(Request<'_>, bool)> {
    let mut lines = head.lines();
    let mut words = lines.next()?.split(' ');
    let (method, target, version) = (words.next()?, words.next()?, words.next()?);
    if !version.starts_with("HTTP/1.") || words.next().is_some() {
        return None;
    }
    let mut request = Request { method, target, ..Request::default() };
    // What may carry a body ends the connection: we read no bodies.
    let mut stays = version == "HTTP/1.1" && matches!(method, "GET" | "HEAD");
    for (name, value) in lines.filter_map(|line| line.split_once(':')) {
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "accept-encoding" => request.accept_encoding = value,
            "if-none-match" => request.if_none_match = value,
            "connection" if value.eq_ignore_ascii_case("close") => stays = false,
            "content-length" | "transfer-encoding" => stays = false,
            _ => {}
        }
    }
    Some((request, stays))
}

/// One buffer for head and body: two small writes would wait for each other.
fn write(reply: &Reply, method: &str, stays: bool) -> Vec<u8> {
    let reason = match reply.status {
        200 => "OK",
        301 => "Moved Permanently",
        304 => "Not Modified",
        404 => "Not Found",
        _ => "Method Not Allowed",
    };
    let mut message = format!("HTTP/1.1 {} {reason}\r\n", reply.status);
    for (name, value) in &reply.headers {
        message.extend([name, ": ", value.as_str(), "\r\n"]);
    }
    if !stays {
        message.push_str("Connection: close\r\n");
    }
    if reply.status != 304 {
        message.push_str(&format!("Content-Length: {}\r\n", reply.body.len()));
    }
    message.push_str("\r\n");
    let mut message = message.into_bytes();
    if method != "HEAD" && reply.status != 304 {
        message.extend(&reply.body);
    }
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    fn hello(request: &Request) -> Reply {
        let headers = vec![("X-Target", String::from(request.target))];
        Reply { status: 200, headers, body: b"hello".to_vec() }
    }

    /// What the server says to these words, until it closes.
    fn said(words: &str) -> String {
        let listener = TcpListener::bind(("127.0.0.1", 0)).unwrap();
        let address = listener.local_addr().unwrap();
        serve(listener, hello);
        let mut stream = TcpStream::connect(address).unwrap();
        stream.write_all(words.as_bytes()).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }

    #[test]
    fn a_connection_carries_one_request_after_another() {
        let answer = said(
            "GET /a HTTP/1.1\r\nHost: x\r\n\r\nHEAD /b HTTP/1.1\r\n\r\nGET /c HTTP/1.1\r\nconnection: close\r\n\r\n",
        );
        let wanted = "HTTP/1.1 200 OK\r\nX-Target: /a\r\nContent-Length: 5\r\n\r\nhello\
                      HTTP/1.1 200 OK\r\nX-Target: /b\r\nContent-Length: 5\r\n\r\n\
                      HTTP/1.1 200 OK\r\nX-Target: /c\r\nConnection: close\r\nContent-Length: 5\r\n\r\nhello";
        assert_eq!(answer, wanted);
    }

    #[test]
    fn nonsense_and_bodies_end_the_connection() {
        assert!(said("nonsense\r\n\r\n").starts_with("HTTP/1.1 400 "));
        assert!(said("GET / HTTP/2.0\r\n\r\n").starts_with("HTTP/1.1 400 "));
        let posted = said("POST / HTTP/1.1\r\nContent-Length: 3\r\n\r\n");
        assert!(posted.contains("Connection: close"), "{posted}");
    }
}
