//! A connection that asks for one page again and again: nothing but the socket, so that the program has the processors.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

/// What is asked, of whom.
pub(crate) struct Client {
    address: String,
    request: String,
    compressed: bool,
}

impl Client {
    pub(crate) fn new(url: &str, path: &str, session: &str, encoding: &str) -> Client {
        let address = url.strip_prefix("http://").unwrap().to_owned();
        let request = format!(
            "GET {path} HTTP/1.1\r\nhost: {address}\r\ncookie: {session}\r\naccept-encoding: {encoding}\r\n\r\n"
        );
        Client { address, request, compressed: !encoding.is_empty() }
    }

    pub(crate) fn told(&self) -> &'static str {
        if self.compressed { ", compressed" } else { "" }
    }

    /// How large the answer is.
    pub(crate) fn size(&self) -> usize {
        self.connect().ask(&self.request)
    }

    /// Asks for so long, one after another; how long each took.
    pub(crate) fn ask_for(&self, time: Duration) -> Vec<Duration> {
        let mut connection = self.connect();
        let begun = Instant::now();
        let mut took = Vec::new();
        while begun.elapsed() < time {
            let asked = Instant::now();
            connection.ask(&self.request);
            took.push(asked.elapsed());
        }
        took
    }

    fn connect(&self) -> Connection {
        let socket = TcpStream::connect(&self.address).unwrap();
        socket.set_nodelay(true).unwrap();
        Connection { socket, buffer: vec![0; 256 * 1024] }
    }
}

struct Connection {
    socket: TcpStream,
    buffer: Vec<u8>,
}

impl Connection {
    /// Reads an answer to its end, which its head says; how long its body is.
    fn ask(&mut self, request: &str) -> usize {
        self.socket.write_all(request.as_bytes()).unwrap();
        let mut filled = 0;
        loop {
            let read = self.socket.read(&mut self.buffer[filled..]).unwrap();
            assert!(read > 0, "the program hung up");
            filled += read;
            let answer = &self.buffer[..filled];
            let Some(head) = answer.windows(4).position(|four| four == b"\r\n\r\n") else { continue };
            let text = std::str::from_utf8(&answer[..head]).unwrap();
            assert!(text.starts_with("HTTP/1.1 200"), "{text}");
            let mut lines = text.lines().filter_map(|line| line.split_once(": "));
            let length = lines.find(|(name, _)| name.eq_ignore_ascii_case("content-length"));
            let length: usize = length.expect("pages say how long they are").1.parse().unwrap();
            if filled == head + 4 + length {
                return length;
            }
        }
    }
}
