//! What holds of any bundle whatever is in it: tried with random bytes by the fuzz target, and with everything found
//! so far by the test beside.

use files::{Bundle, BundleWriter, Checked, Person, Refused};

/// The files of a text like `--- employees.csv`, its lines, `--- metrics.csv`, …
fn files_in(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<(String, Vec<u8>)> = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n') {
        let name = line.strip_prefix(b"--- ").map(|name| String::from_utf8_lossy(name.trim_ascii_end()).into_owned());
        match name.filter(|name| files.iter().all(|(known, _)| known != name)) {
            Some(name) => files.push((name, Vec::new())),
            None if files.is_empty() => files.push(("employees.csv".to_owned(), line.to_vec())),
            None => files.iter_mut().last().expect("a file").1.extend_from_slice(line),
        }
    }
    files
}

fn check(files: &[(String, Vec<u8>)], memory: usize) -> Result<Checked, Refused> {
    Bundle::in_memory(files.to_vec()).with_memory(memory).check(&ladder(), &mut |_| ())
}

fn ladder() -> rules::Ladder {
    files::read_ladder(include_str!("ladder.toml"), "ladder.toml").expect("a sound ladder")
}

/// Reads such a bundle, and panics where something does not hold.
pub(crate) fn of_a_bundle(bytes: &[u8]) {
    let files = files_in(bytes);
    match (check(&files, 1 << 20), check(&files, 1)) {
        (Ok(checked), Ok(spilled)) => of_a_sound_one(&files, checked, spilled),
        (Err(refused), Err(spilled)) => of_a_refused_one(&files, &refused, &spilled),
        (one, other) => panic!("memory decides: {one:?} {other:?}"),
    }
}

fn of_a_refused_one(files: &[(String, Vec<u8>)], refused: &Refused, spilled: &Refused) {
    assert!(!refused.problems.is_empty(), "refused without a reason");
    assert_eq!((&refused.problems, refused.more), (&spilled.problems, spilled.more));
    for problem in &refused.problems {
        let text = files.iter().find(|(name, _)| *name == problem.file).map_or(&[][..], |(_, text)| text);
        let lines = text.split(|byte| *byte == b'\n').count() as u64;
        assert!(problem.line.is_none_or(|line| (1..=lines).contains(&line)), "{problem} of {lines} lines");
        assert!(!problem.to_string().contains(char::is_control), "{problem:?}");
        assert!(problem.to_string().len() < 1000, "{problem}");
    }
}

fn of_a_sound_one(files: &[(String, Vec<u8>)], checked: Checked, spilled: Checked) {
    for account in checked.accounts() {
        let (_, text) = files.iter().find(|(name, _)| name == account.name).expect("a file that was read");
        let records: Result<Vec<_>, _> = csv::Reader::from_reader(text.as_slice()).into_records().collect();
        assert_eq!(account.rows, records.expect("RFC 4180").len() as u64);
    }
    let expected = checked.len();
    let [people, spilled] =
        [checked, spilled].map(|checked| checked.people().collect::<Result<Vec<Person>, _>>().expect("people"));
    assert_eq!(people.len(), expected);
    assert_eq!(people, spilled);

    let folder = tempfile::tempdir().expect("a folder");
    let mut writer = BundleWriter::create(folder.path(), &ladder()).expect("files");
    people.iter().for_each(|person| writer.write(person).expect("a writable person"));
    writer.finish().expect("files");
    let written = Bundle::open(folder.path()).expect("a bundle").check(&ladder(), &mut |_| ());
    let again: Vec<_> = written.expect("a sound bundle").people().collect::<Result<_, _>>().expect("people");
    assert_eq!(people, again);
}
