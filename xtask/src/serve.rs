//! A small server of `dist/` for localhost: files, right types, nothing else.

use crate::child::root;
use crate::{Done, USAGE, build};
use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::time::Duration;

/// The first port tried if none is named.
const PORT: u16 = 8173;
/// The policy that the page must live with.
const POLICY: &str = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

/// `[--build-only] [--port N] [--csp]`
pub(crate) fn run(options: &[&str]) -> Done {
    let (mut port, mut build_only, mut policy) = (None, false, false);
    let mut rest = options.iter();
    while let Some(option) = rest.next() {
        match *option {
            "--build-only" => build_only = true,
            "--csp" => policy = true,
            "--port" => port = Some(rest.next().and_then(|n| n.parse().ok()).ok_or(USAGE)?),
            _ => return Err(USAGE.to_owned()),
        }
    }
    build::run(None)?;
    if build_only {
        return Ok(());
    }
    let listener = listen(port)?;
    let address = listener.local_addr().map_err(|e| e.to_string())?;
    println!("The page:            http://localhost:{}/", address.port());
    println!("The standalone file: {}", root().join("dist/synoptic.html").display());
    println!("Ctrl-C ends it.");
    let dist = root().join("dist");
    for stream in listener.incoming().flatten() {
        let dist = dist.clone();
        // A client that goes away is no trouble of ours.
        std::thread::spawn(move || answer(stream, &dist, policy).ok());
    }
    Ok(())
}

fn listen(port: Option<u16>) -> Done<TcpListener> {
    let at = |port| TcpListener::bind((Ipv4Addr::LOCALHOST, port));
    match port {
        Some(port) => at(port).map_err(|e| format!("Port {port} can't be used: {e}. Name another with --port.")),
        None => (PORT..PORT + 50).find_map(|p| at(p).ok()).ok_or_else(|| "No free port; name one with --port.".into()),
    }
}

fn answer(mut stream: TcpStream, dist: &Path, policy: bool) -> std::io::Result<()> {
    stream.set_read_timeout(Some(Duration::from_secs(10)))?;
    let mut request = BufReader::new(stream.try_clone()?.take(16 << 10));
    let mut first = String::new();
    request.read_line(&mut first)?;
    // The rest of the head is read, or the client sees its connection reset.
    let mut line = String::new();
    while request.read_line(&mut line)? > 2 {
        line.clear();
    }
    let mut words = first.split(' ');
    let (method, target) = (words.next().unwrap_or(""), words.next().unwrap_or(""));
    let (status, kind, body) = match file_of(dist, target) {
        _ if !matches!(method, "GET" | "HEAD") => ("405 Method Not Allowed", "text/plain", Vec::new()),
        Some(path) => match fs::read(&path) {
            Ok(bytes) => ("200 OK", kind_of(&path), bytes),
            Err(_) => ("404 Not Found", "text/plain", b"not found".to_vec()),
        },
        None => ("404 Not Found", "text/plain", b"not found".to_vec()),
    };
    let policy = if policy { format!("Content-Security-Policy: {POLICY}\r\n") } else { String::new() };
    let length = body.len();
    write!(
        stream,
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nCache-Control: no-cache\r\n\
         X-Content-Type-Options: nosniff\r\n{policy}Connection: close\r\n\r\n"
    )?;
    if method == "GET" {
        stream.write_all(&body)?;
    }
    stream.flush()
}

/// The file that a request's target names, if it stays inside the folder.
fn file_of(dist: &Path, target: &str) -> Option<PathBuf> {
    let path = target.split(['?', '#']).next()?.strip_prefix('/')?;
    let plain = Path::new(path).components().all(|c| matches!(c, Component::Normal(_)));
    if !plain || path.contains(['%', '\\']) {
        return None;
    }
    let file = dist.join(path);
    Some(if path.is_empty() || file.is_dir() { file.join("index.html") } else { file })
}

fn kind_of(path: &Path) -> &'static str {
    match path.extension().and_then(|e| e.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("txt" | "ts") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stays_inside() {
        let dist = Path::new("/nowhere/dist");
        for (target, file) in [
            ("/", Some("index.html")),
            ("/?q", Some("index.html")),
            ("/pkg/synoptic.js?instance=2", Some("pkg/synoptic.js")),
            ("/../Cargo.toml", None),
            ("/pkg/../../Cargo.toml", None),
            ("/%2e%2e/Cargo.toml", None),
            ("//etc/passwd", None),
            ("", None),
        ] {
            assert_eq!(file_of(dist, target), file.map(|f| dist.join(f)), "{target}");
        }
    }
}
