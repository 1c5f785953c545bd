//! A server that runs: started as somebody would, asked over HTTP, stopped or killed.

use std::io::{BufRead, BufReader};
use std::path::Path;
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::sleep;
use std::time::Duration;

use ureq::Agent;

use crate::program::command;

/// How long something may take that happens by itself.
const PATIENCE: Duration = Duration::from_secs(60);
const PAUSE: Duration = Duration::from_millis(100);

/// A server under way; killed when it is dropped.
pub(crate) struct Served {
    process: Child,
    out: BufReader<ChildStdout>,
    /// What it said before it listened.
    pub(crate) said: String,
    /// Where it listens.
    pub(crate) url: String,
    log: Arc<Mutex<Vec<String>>>,
}

/// An answer.
#[derive(Debug)]
pub(crate) struct Answered {
    pub(crate) status: u16,
    /// Where it sends the browser.
    pub(crate) location: String,
    /// The session that it gives.
    pub(crate) session: String,
    pub(crate) body: String,
}

impl Served {
    /// Runs a line such as `serve --listen 127.0.0.1:0` in a folder, until it listens.
    pub(crate) fn start(folder: &Path, line: &str) -> Served {
        let mut process = command(folder, line).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        let log = Arc::new(Mutex::new(Vec::new()));
        let (lines, kept) = (BufReader::new(process.stderr.take().unwrap()).lines(), log.clone());
        std::thread::spawn(move || lines.for_each(|line| kept.lock().unwrap().push(line.unwrap())));
        let mut served = Served {
            out: BufReader::new(process.stdout.take().unwrap()),
            process,
            said: String::new(),
            url: String::new(),
            log,
        };
        loop {
            let mut line = String::new();
            let read = served.out.read_line(&mut line).unwrap();
            assert!(read > 0, "it ended before it listened: {:?}", served.process.wait().map(|_| served.log()));
            match line.strip_prefix("Nextrung is at ") {
                Some(url) => {
                    served.url = url.trim_end().to_owned();
                    return served;
                }
                None => served.said.push_str(&line),
            }
        }
    }

    /// The lines of its log so far.
    pub(crate) fn log(&self) -> Vec<String> {
        self.log.lock().unwrap().clone()
    }

    pub(crate) fn get(&self, path: &str) -> Answered {
        self.get_as(path, "")
    }

    /// Asks as the browser that holds a session does.
    pub(crate) fn get_as(&self, path: &str, session: &str) -> Answered {
        let request = agent().get(format!("{}{path}", self.url)).header("cookie", session);
        read(request.call().unwrap())
    }

    /// The bytes of a page as they travel to a browser that takes them compressed, and how they are.
    pub(crate) fn travels(&self, path: &str, session: &str) -> (String, Vec<u8>) {
        let request = agent().get(format!("{}{path}", self.url)).header("cookie", session);
        let mut response = request.header("accept-encoding", "gzip, br").call().unwrap();
        let encoding =
            response.headers().get("content-encoding").map_or("", |value| value.to_str().unwrap()).to_owned();
        (encoding, response.body_mut().read_to_vec().unwrap())
    }

    /// Asks what a browser would get, by a header of the answer.
    pub(crate) fn head(&self, path: &str, header: &str) -> (u16, String) {
        let asked = agent().head(format!("{}{path}", self.url)).header("accept-encoding", "gzip, br").call().unwrap();
        let said = asked.headers().get(header).map_or("", |value| value.to_str().unwrap());
        (asked.status().as_u16(), said.to_owned())
    }

    /// Sends a form as a browser does.
    pub(crate) fn post(&self, path: &str, form: &[(&str, &str)]) -> Answered {
        self.try_to_post(path, form).unwrap()
    }

    /// The same, where the server may be gone.
    pub(crate) fn try_to_post(&self, path: &str, form: &[(&str, &str)]) -> Result<Answered, ureq::Error> {
        post(&self.url, path, form)
    }

    /// How much memory it holds.
    #[allow(dead_code, reason = "the benchmark asks")]
    pub(crate) fn megabytes(&self) -> u64 {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() / 1024
    }

    /// Asks it to stop, and waits; its exit code.
    pub(crate) fn stop(mut self) -> (i32, Vec<String>) {
        self.signal("TERM");
        let code = self.process.wait().unwrap().code().unwrap();
        (code, self.log())
    }

    /// Waits for its end, where it was asked to stop already.
    pub(crate) fn stop_after_signal(mut self) -> i32 {
        self.process.wait().unwrap().code().unwrap()
    }

    /// Asks it to stop, and does not wait.
    pub(crate) fn signal(&self, signal: &str) {
        let sent = Command::new("kill").args([format!("-{signal}"), self.process.id().to_string()]).status().unwrap();
        assert!(sent.success());
    }

    /// Ends it in the middle of whatever it does.
    pub(crate) fn kill(mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Sends a form to a server.
pub(crate) fn post(url: &str, path: &str, form: &[(&str, &str)]) -> Result<Answered, ureq::Error> {
    Ok(read(agent().post(format!("{url}{path}")).send_form(form.iter().copied())?))
}

fn agent() -> Agent {
    let config = Agent::config_builder().http_status_as_error(false).max_redirects(0).timeout_global(Some(PATIENCE));
    config.build().into()
}

fn read(mut response: ureq::http::Response<ureq::Body>) -> Answered {
    let header =
        |name: &str| response.headers().get(name).map(|value| value.to_str().unwrap().to_owned()).unwrap_or_default();
    let session = header("set-cookie").split(';').next().unwrap_or_default().to_owned();
    let (status, location) = (response.status().as_u16(), header("location"));
    Answered { status, location, session, body: response.body_mut().read_to_string().unwrap() }
}

/// Waits until something is so.
pub(crate) fn eventually(what: &str, is_so: impl Fn() -> bool) {
    for _ in 0..PATIENCE.as_millis() / PAUSE.as_millis() {
        if is_so() {
            return;
        }
        sleep(PAUSE);
    }
    panic!("not in {PATIENCE:?}: {what}");
}
