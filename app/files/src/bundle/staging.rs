//! Rows put in the order of their people, in bounded memory.
//!
//! Rows come file by file, each file in any order, and leave person by person. They gather in memory; when that is
//! full they are sorted and written to a temporary file as one run, and the runs are merged when they are read.
//! What fits is never written.

use std::cmp::Reverse;
use std::collections::BinaryHeap;
use std::fs::File;
use std::io::{self, Read, Seek, SeekFrom, Write};
use std::ops::Range;

/// Length and person, before the bytes of a row.
const HEAD: usize = 8;

/// Collects rows, then gives them back by person, those of one person in the order in which they came.
#[derive(Debug)]
pub(crate) struct Staging {
    /// How many bytes of rows memory holds.
    budget: usize,
    /// Rows, each with its head, as they came.
    bytes: Vec<u8>,
    /// Person and place in `bytes` of each row, as one number that sorts.
    index: Vec<u64>,
    spilled: Option<Spilled>,
    /// The next row in memory, where nothing is spilled.
    at: usize,
}

/// Sorted runs in a temporary file, which goes away with the process.
#[derive(Debug)]
struct Spilled {
    file: File,
    end: u64,
    runs: Vec<Run>,
    /// The runs with rows left, by the person of their next row, then by age.
    next: BinaryHeap<Reverse<(u32, usize)>>,
    /// The run whose row was given last.
    given: Option<usize>,
}

impl Staging {
    /// Staging that keeps at most so many bytes of rows in memory.
    pub(crate) fn new(budget: usize) -> Staging {
        let budget = budget.min(u32::MAX as usize / 2);
        Staging { budget, bytes: Vec::new(), index: Vec::new(), spilled: None, at: 0 }
    }

    /// Adds a row of a person.
    pub(crate) fn add(&mut self, person: u32, pack: impl FnOnce(&mut Vec<u8>)) -> io::Result<()> {
        if self.bytes.len() + size_of_val(self.index.as_slice()) >= self.budget {
            self.spill().map_err(of_temporary_file)?;
        }
        let start = self.bytes.len();
        self.bytes.extend_from_slice(&[0; HEAD]);
        pack(&mut self.bytes);
        let length = (self.bytes.len() - start - HEAD) as u32;
        self.bytes[start..start + 4].copy_from_slice(&length.to_le_bytes());
        self.bytes[start + 4..start + HEAD].copy_from_slice(&person.to_le_bytes());
        self.index.push(u64::from(person) << 32 | start as u64);
        Ok(())
    }

    /// Writes what is in memory as a sorted run.
    fn spill(&mut self) -> io::Result<()> {
        if self.index.is_empty() {
            return Ok(());
        }
        if self.spilled.is_none() {
            let file = tempfile::tempfile()?;
            self.spilled = Some(Spilled { file, end: 0, runs: Vec::new(), next: BinaryHeap::new(), given: None });
        }
        let Some(spilled) = &mut self.spilled else { return Ok(()) };
        self.index.sort();
        let start = spilled.end;
        let mut out = io::BufWriter::with_capacity(1 << 18, &spilled.file);
        for entry in &self.index {
            let row = row_at(&self.bytes, place(*entry));
            out.write_all(row)?;
            spilled.end += row.len() as u64;
        }
        out.flush()?;
        drop(out);
        spilled.runs.push(Run { rows: start..spilled.end, at: start, block: Vec::new(), row: 0..0 });
        self.bytes.clear();
        self.index.clear();
        Ok(())
    }

    /// Goes to the first row.
    pub(crate) fn rewind(&mut self) -> io::Result<()> {
        self.at = 0;
        if self.spilled.is_none() {
            self.index.sort();
            return Ok(());
        }
        self.spill().map_err(of_temporary_file)?;
        (self.bytes, self.index) = (Vec::new(), Vec::new());
        match &mut self.spilled {
            Some(spilled) => spilled.rewind(self.budget).map_err(of_temporary_file),
            None => Ok(()),
        }
    }

    /// Whose the next row is.
    pub(crate) fn peek(&mut self) -> io::Result<Option<u32>> {
        match &mut self.spilled {
            Some(spilled) => spilled.peek().map_err(of_temporary_file),
            None => Ok(self.index.get(self.at).map(|entry| (entry >> 32) as u32)),
        }
    }

    /// The next row.
    pub(crate) fn next(&mut self) -> io::Result<Option<&[u8]>> {
        if let Some(spilled) = &mut self.spilled {
            return spilled.next().map_err(of_temporary_file);
        }
        let Some(entry) = self.index.get(self.at) else { return Ok(None) };
        self.at += 1;
        Ok(Some(&row_at(&self.bytes, place(*entry))[HEAD..]))
    }
}

/// Says whose error it is: not that of the file being read.
fn of_temporary_file(error: io::Error) -> io::Error {
    let folder = std::env::temp_dir();
    io::Error::new(error.kind(), format!("the rows being put in order, in {}: {error}", folder.display()))
}

fn place(entry: u64) -> usize {
    entry as u32 as usize
}

/// The row that begins there, with its head.
fn row_at(bytes: &[u8], start: usize) -> &[u8] {
    &bytes[start..start + HEAD + number_at(bytes, start) as usize]
}

fn number_at(bytes: &[u8], start: usize) -> u32 {
    let mut number = [0; 4];
    number.copy_from_slice(&bytes[start..start + 4]);
    u32::from_le_bytes(number)
}

impl Spilled {
    fn rewind(&mut self, budget: usize) -> io::Result<()> {
        let block = (budget / self.runs.len()).clamp(4 << 10, 1 << 20);
        self.next.clear();
        self.given = None;
        for (age, run) in self.runs.iter_mut().enumerate() {
            (run.at, run.row) = (run.rows.start, 0..0);
            run.block = Vec::with_capacity(block);
            self.next.extend(run.advance(&mut self.file)?.map(|person| Reverse((person, age))));
        }
        Ok(())
    }

    fn peek(&mut self) -> io::Result<Option<u32>> {
        if let Some(age) = self.given.take() {
            let person = self.runs[age].advance(&mut self.file)?;
            self.next.extend(person.map(|person| Reverse((person, age))));
        }
        Ok(self.next.peek().map(|Reverse((person, _))| *person))
    }

    fn next(&mut self) -> io::Result<Option<&[u8]>> {
        self.peek()?;
        let Some(Reverse((_, age))) = self.next.pop() else { return Ok(None) };
        self.given = Some(age);
        let run = &self.runs[age];
        Ok(Some(&run.block[run.row.clone()]))
    }
}

/// A sorted run, read block by block.
#[derive(Debug)]
struct Run {
    /// Where in the file its rows are.
    rows: Range<u64>,
    /// Where in the file the next block begins.
    at: u64,
    block: Vec<u8>,
    /// Where in the block the current row is, without its head.
    row: Range<usize>,
}

impl Run {
    /// Goes to the next row; whose it is.
    fn advance(&mut self, file: &mut File) -> io::Result<Option<u32>> {
        let head = self.row.end;
        if self.at == self.rows.end && head == self.block.len() {
            return Ok(None);
        }
        let head = self.have(head, HEAD, file)?;
        let length = HEAD + number_at(&self.block, head) as usize;
        let head = self.have(head, length, file)?;
        self.row = head + HEAD..head + length;
        Ok(Some(number_at(&self.block, head + 4)))
    }

    /// Sees to it that so many bytes from `start` on are in the block, and says where they are then.
    fn have(&mut self, start: usize, length: usize, file: &mut File) -> io::Result<usize> {
        if start + length <= self.block.len() {
            return Ok(start);
        }
        self.block.drain(..start);
        let room = self.block.capacity().max(length) - self.block.len();
        let room = (self.rows.end - self.at).min(room as u64);
        file.seek(SeekFrom::Start(self.at))?;
        let took = file.take(room).read_to_end(&mut self.block)?;
        self.at += took as u64;
        if self.block.len() < length {
            return Err(io::Error::new(io::ErrorKind::UnexpectedEof, "the temporary file ends early"));
        }
        Ok(0)
    }
}
