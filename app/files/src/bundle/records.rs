//! RFC 4180, read strictly and in bounded memory: what a lenient reader would guess at is refused with its reason.
//!
//! A record is one line, or several where a quoted field holds line breaks. Lines end with LF or CRLF.

use std::io::{self, BufRead, Read};
use std::ops::Range;

/// The longest field, in bytes.
const FIELD_LIMIT: usize = 64 << 10;
/// The longest record, in bytes without its line break; a longer one ends the file's reading.
const RECORD_LIMIT: usize = 1 << 20;

/// The fields of one record, without their quotes.
#[derive(Debug, Default)]
pub(crate) struct Record {
    text: String,
    fields: Vec<Range<usize>>,
    /// The physical line on which it begins, counted from 1.
    pub(crate) line: u64,
    /// What is wrong with it, if anything.
    pub(crate) malformed: Option<Malformed>,
}

/// What is wrong with a record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Malformed {
    /// The field in which it is wrong, counted from 0; `None` where the fields cannot be told.
    pub(crate) field: Option<usize>,
    /// What would be right.
    pub(crate) reason: String,
}

impl Malformed {
    fn record(reason: &str) -> Malformed {
        Malformed { field: None, reason: reason.to_owned() }
    }

    fn field(field: usize, reason: impl Into<String>) -> Malformed {
        Malformed { field: Some(field), reason: reason.into() }
    }
}

impl Record {
    /// A record of these values, from no file.
    pub(crate) fn of<'v>(values: impl IntoIterator<Item = &'v str>) -> Record {
        let mut record = Record::default();
        for value in values {
            let from = record.text.len();
            record.text.push_str(value);
            record.fields.push(from..record.text.len());
        }
        record
    }

    /// How many fields it has.
    pub(crate) fn len(&self) -> usize {
        self.fields.len()
    }

    /// The field of that place.
    pub(crate) fn get(&self, place: usize) -> Option<&str> {
        self.text.get(self.fields.get(place)?.clone())
    }
}

/// Reads records one after another, into the same memory.
pub(crate) struct Records<R> {
    from: R,
    /// What parts the fields: a comma, but for exports from elsewhere.
    delimiter: u8,
    /// The physical line just read, with its line break.
    raw: Vec<u8>,
    /// The text of the record so far.
    text: Vec<u8>,
    record: Record,
    lines: u64,
    ended: bool,
    /// Whether the reading ended before the file did.
    pub(crate) broke_off: bool,
}

impl<R: BufRead> Records<R> {
    pub(crate) fn new(from: R) -> Records<R> {
        Records::delimited(from, b',')
    }

    /// The same with another delimiter, for an export from elsewhere.
    pub(crate) fn delimited(from: R, delimiter: u8) -> Records<R> {
        let (raw, text, record) = (Vec::new(), Vec::new(), Record::default());
        Records { from, delimiter, raw, text, record, lines: 0, ended: false, broke_off: false }
    }

    /// The next record that is not an empty line; `None` at the end.
    pub(crate) fn next(&mut self) -> io::Result<Option<&Record>> {
        self.record.malformed = None;
        self.record.fields.clear();
        self.text.clear();
        while self.record.fields.is_empty() && self.record.malformed.is_none() {
            if !self.next_line(RECORD_LIMIT)? {
                return Ok(None);
            }
            self.record.line = self.lines;
            self.take_record()?;
        }
        self.settle();
        Ok(Some(&self.record))
    }

    /// Reads a physical line with its line break; of one that is longer than `room`, at least one byte more than that.
    fn next_line(&mut self, room: usize) -> io::Result<bool> {
        self.raw.clear();
        if self.ended {
            return Ok(false);
        }
        // Room for a byte order mark and a line break beside.
        let took = (&mut self.from).take(room as u64 + 5).read_until(b'\n', &mut self.raw)?;
        self.lines += 1;
        if self.lines == 1 && self.raw.starts_with(b"\xEF\xBB\xBF") {
            self.raw.drain(..3);
        }
        self.ended = self.raw.last() != Some(&b'\n');
        Ok(took > 0)
    }

    /// Finds the fields of the record that begins with the line just read, and reads on while a quote is open.
    fn take_record(&mut self) -> io::Result<()> {
        let mut length = 0;
        let mut state = State::FieldStart;
        loop {
            let content = self.raw.len() - line_break(&self.raw);
            length += content;
            if self.lines == 1 && (self.raw.starts_with(b"\xFF\xFE") || self.raw.starts_with(b"\xFE\xFF")) {
                self.break_off("this is UTF-16: save the file as UTF-8");
                return Ok(());
            }
            if length > RECORD_LIMIT {
                self.break_off(match state {
                    State::Quoted => "a quote is opened and not closed within 1 MiB",
                    State::FieldStart | State::Unquoted | State::Closed => "a line has at most 1 MiB",
                });
                return Ok(());
            }
            if state == State::FieldStart && !self.raw.contains(&b'"') {
                self.raw.truncate(content);
                std::mem::swap(&mut self.raw, &mut self.text);
                self.split();
                return Ok(());
            }
            state = self.unquote(state, content);
            if state != State::Quoted {
                self.end_field();
                return Ok(());
            }
            let line_break = &self.raw[content..];
            length += line_break.len();
            self.text.extend_from_slice(line_break);
            if !self.next_line(RECORD_LIMIT.saturating_sub(length))? {
                self.break_off("a quote is opened and not closed");
                return Ok(());
            }
        }
    }

    fn break_off(&mut self, reason: &str) {
        (self.ended, self.broke_off) = (true, true);
        self.record.fields.clear();
        self.record.malformed = Some(Malformed::record(reason));
    }

    /// The fields of a line without quotes. An empty line has none.
    fn split(&mut self) {
        if self.text.is_empty() {
            return;
        }
        let mut start = 0;
        for (at, byte) in self.text.iter().enumerate() {
            if *byte == self.delimiter {
                self.record.fields.push(start..at);
                start = at + 1;
            }
        }
        self.record.fields.push(start..self.text.len());
        if self.text.contains(&b'\r') {
            let at = self.text.iter().position(|byte| *byte == b'\r').unwrap_or_default();
            let field = self.record.fields.partition_point(|field| field.end <= at);
            self.malformed(field, LONE_CR);
        }
    }

    /// The fields of a line with quotes, or of the rest of a quoted field; what is open at its end.
    fn unquote(&mut self, mut state: State, content: usize) -> State {
        for at in 0..content {
            let byte = self.raw[at];
            state = match (state, byte) {
                (State::FieldStart, b'"') => State::Quoted,
                (State::Quoted, b'"') => State::Closed,
                (State::Quoted, _) => self.keep(byte, State::Quoted),
                (State::Closed, b'"') => self.keep(byte, State::Quoted),
                (State::FieldStart | State::Unquoted | State::Closed, _) if byte == self.delimiter => {
                    self.end_field();
                    State::FieldStart
                }
                (State::Closed, _) => {
                    self.malformed(self.record.fields.len(), "text after a closing quote: a quote within is doubled");
                    self.keep(byte, State::Unquoted)
                }
                (State::FieldStart | State::Unquoted, _) => {
                    match byte {
                        b'"' => self.malformed(self.record.fields.len(), STRAY_QUOTE),
                        b'\r' => self.malformed(self.record.fields.len(), LONE_CR),
                        _ => {}
                    }
                    self.keep(byte, State::Unquoted)
                }
            };
        }
        state
    }

    fn keep(&mut self, byte: u8, state: State) -> State {
        self.text.push(byte);
        state
    }

    fn end_field(&mut self) {
        let start = self.record.fields.last().map_or(0, |field| field.end);
        self.record.fields.push(start..self.text.len());
    }

    /// Only the first thing that is wrong with a record is told.
    fn malformed(&mut self, field: usize, reason: impl Into<String>) {
        self.record.malformed.get_or_insert_with(|| Malformed::field(field, reason));
    }

    /// Makes the bytes text, and refuses those that no field may have.
    fn settle(&mut self) {
        let plain = |byte: &u8| (0x20..0x7F).contains(byte);
        if self.text.len() > FIELD_LIMIT || !self.text.iter().fold(true, |all, byte| all & plain(byte)) {
            let odd = |field: &Range<usize>| odd(&self.text[field.clone()]);
            let found = self.record.fields.iter().enumerate().find_map(|(place, field)| Some((place, odd(field)?)));
            if let Some((place, reason)) = found {
                self.malformed(place, reason);
            }
        }
        let text = std::mem::replace(&mut self.text, std::mem::take(&mut self.record.text).into_bytes());
        self.record.text = String::from_utf8(text).unwrap_or_else(|error| {
            // Refused above; the other fields of the record can still be judged.
            let masked = |byte: u8| if byte.is_ascii() { char::from(byte) } else { '?' };
            error.into_bytes().into_iter().map(masked).collect()
        });
    }
}

/// Where in a field the reading stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum State {
    FieldStart,
    Unquoted,
    Quoted,
    /// After a quote within quotes: it closed them, or is the first half of a doubled one.
    Closed,
}

const STRAY_QUOTE: &str = "a quote within a field: put the field in quotes and double the quote";
const LONE_CR: &str = "a carriage return alone: lines end with LF or CRLF";

/// How many bytes at the end are a line break.
fn line_break(line: &[u8]) -> usize {
    match line {
        [.., b'\r', b'\n'] => 2,
        [.., b'\n'] => 1,
        _ => 0,
    }
}

/// What no field may have. Line breaks are told where they are found: in quotes they are allowed.
pub(crate) fn odd(field: &[u8]) -> Option<String> {
    if field.len() > FIELD_LIMIT {
        return Some("a field has at most 64 KiB".to_owned());
    }
    let text = match std::str::from_utf8(field) {
        Ok(text) => text,
        Err(error) => {
            let byte = field[error.valid_up_to()];
            return Some(format!("not UTF-8 (byte {byte:02X}): save the file as UTF-8"));
        }
    };
    text.chars().find_map(|letter| match letter {
        '\n' | '\r' => None,
        '\u{FEFF}' => Some("a byte order mark (U+FEFF) within the file: take it out".to_owned()),
        letter if letter.is_control() => {
            Some(format!("a control character (U+{:04X}): take it out", u32::from(letter)))
        }
        _ => None,
    })
}
