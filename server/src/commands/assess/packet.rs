//! `assess --packet`: the same answer as was frozen, from the packet and nothing else.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use files::Packet;
use words::English;

use super::Assess;
use crate::outcome::{Answer, Outcome, Stop};
use crate::output::tell;

/// The longest packet: a hundred times what anybody's facts take.
const LIMIT: u64 = 16 << 20;

impl Assess {
    /// Assesses again what a packet holds, and says whether it is the one named and the answer the frozen one.
    pub(super) fn assess_packet(&self, path: &Path) -> Outcome {
        let bytes = read(path)?;
        let (name, digest) = (path.display(), Packet::digest_of(&bytes));
        let named = match &self.digest {
            Some(named) if *named != digest => {
                return Err(Stop::Refused(format!(
                    "{name}: its SHA-256 is {digest}, not the one named: this is not the packet that was frozen"
                )));
            }
            Some(_) => ", the one named",
            None => "",
        };
        let packet = Packet::read(&bytes, &name.to_string()).map_err(|problem| vec![problem])?;
        let words = English::new();
        let none = || Stop::Refused(format!("{name}: nobody of its facts was employed by {}", packet.as_of()));
        let assessment = packet.assess().ok_or_else(none)?;
        let mut report = self.report(packet.ladder(), &words);
        report.line(packet.person(), &assessment)?;
        report.finish()?;
        tell(format_args!("{name}: SHA-256 {digest}{named}"));
        let (frozen_by, engine) = (packet.engine_version(), rules::ENGINE_VERSION);
        let deviations = packet.deviations();
        for one in &deviations {
            let shown = |json: &str| if json.is_empty() { "nothing".to_owned() } else { json.to_owned() };
            let (at, frozen, again) = (&one.at, shown(&one.frozen), shown(&one.again));
            tell(format_args!("error: {name}: {at}: {frozen} was frozen, {again} is found"));
        }
        if deviations.is_empty() {
            tell(format_args!("{name}: engine {engine} finds what was frozen by engine {frozen_by}"));
            return Ok(Answer::Yes);
        }
        tell(format_args!(
            "error: {name}: engine {engine} does not find what is said to be frozen by engine {frozen_by}"
        ));
        Ok(Answer::No)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Stop> {
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(|error| Stop::cannot(path, error))?;
    file.take(LIMIT + 1).read_to_end(&mut bytes).map_err(|error| Stop::cannot(path, error))?;
    if bytes.len() as u64 > LIMIT {
        return Err(Stop::cannot(path, "is longer than any packet, 16 MiB"));
    }
    Ok(bytes)
}

/// A SHA-256 as people write it: 64 hexadecimal digits, large or small.
pub(super) fn digest(text: &str) -> Result<String, String> {
    let is_one = text.len() == 64 && text.bytes().all(|byte| byte.is_ascii_hexdigit());
    is_one.then(|| text.to_ascii_lowercase()).ok_or_else(|| "a SHA-256 has 64 hexadecimal digits".to_owned())
}
