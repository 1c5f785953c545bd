//! Where bundles are: folders and .zip files.

use std::io::Write;
use std::path::Path;

use files::Bundle;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{EMPLOYEES, check, folder, told};

fn zip(path: &Path, entries: &[(&str, &[u8])]) {
    let mut zip = ZipWriter::new(std::fs::File::create(path).unwrap());
    for (name, bytes) in entries {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(bytes).unwrap();
    }
    zip.finish().unwrap();
}

/// Why a path cannot be opened, without the path.
fn refusal(path: &Path) -> String {
    Bundle::open(path).unwrap_err().reason
}

#[test]
fn what_is_not_there_or_no_bundle_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    assert!(refusal(&folder.path().join("missing")).starts_with("cannot be opened: "));
    assert_eq!(refusal(folder.path()), "there is no employees.csv in it: a bundle has one");
    let file = folder.path().join("employees.csv");
    std::fs::write(&file, EMPLOYEES).unwrap();
    assert!(refusal(&file).starts_with("neither a folder nor a .zip"));
    let path = folder.path().join("other.zip");
    zip(&path, &[("notes.txt", b"")]);
    assert_eq!(refusal(&path), "there is no employees.csv in it: a bundle has one");
}

#[test]
fn a_file_whose_name_no_bundle_has_is_told_and_not_silently_left_out() {
    let folder = folder(&[("certification.csv", ""), ("reviews.csv", "employee_number,reviewed_on,rating\n")]);
    let told = |bundle: Bundle| bundle.strangers().unwrap().iter().map(ToString::to_string).collect::<Vec<_>>();
    let misspelt =
        ["certification.csv: no file of a bundle has this name, and it is not read; is it certifications.csv?"];
    assert_eq!(told(Bundle::open(folder.path()).unwrap()), misspelt);
    let path = folder.path().join("bundle.zip");
    let entries = ["__MACOSX/._x.csv", "all/employees.csv", "all/certification.csv", "all/notes.txt"];
    zip(&path, &entries.map(|name| (name, EMPLOYEES.as_bytes())));
    assert_eq!(told(Bundle::open(&path).unwrap()), misspelt);
}

#[test]
fn a_zip_is_read_from_its_root_or_its_one_folder() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle.zip");
    let reviews = b"employee_number,reviewed_on,rating\n1001,2024-01-01,3\n".as_slice();
    for prefix in ["", "bundle/"] {
        let (employees_csv, reviews_csv) = (format!("{prefix}employees.csv"), format!("{prefix}reviews.csv"));
        zip(
            &path,
            &[("__MACOSX/._employees.csv", b"x"), (&employees_csv, EMPLOYEES.as_bytes()), (&reviews_csv, reviews)],
        );
        let people: Vec<_> = check(&path).unwrap().people().collect::<Result<_, _>>().unwrap();
        assert_eq!((people.len(), people[0].reviews.len()), (2, 1));
    }
    zip(&path, &[("a/b/employees.csv", EMPLOYEES.as_bytes())]);
    assert_eq!(refusal(&path), "there is no employees.csv in it: a bundle has one");
    zip(&path, &[("a/employees.csv", EMPLOYEES.as_bytes()), ("b/employees.csv", EMPLOYEES.as_bytes())]);
    assert_eq!(refusal(&path), "two folders with a bundle in each: keep one");
}

#[test]
fn a_zip_that_unfolds_into_one_endless_line_is_read_no_further_than_1_mib() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bomb.zip");
    let endless = [EMPLOYEES.as_bytes(), &vec![b'x'; 200 << 20]].concat();
    zip(&path, &[("employees.csv", &endless)]);
    assert!(std::fs::metadata(&path).unwrap().len() < 1 << 20);
    assert_eq!(told(check(&path)), ["employees.csv:4: a line has at most 1 MiB"]);
}

#[test]
fn a_zip_of_tens_of_thousands_of_files_is_no_bundle() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle.zip");
    let names: Vec<_> = (0..30_000).map(|number| format!("{number:0100}.csv")).collect();
    let mut entries: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), b"".as_slice())).collect();
    entries.push(("employees.csv", EMPLOYEES.as_bytes()));
    zip(&path, &entries);
    assert_eq!(refusal(&path), "cannot be read: no .zip, or one of too many files");
    zip(&path, &entries[29_000..]);
    assert!(check(&path).is_ok());
}

#[test]
fn a_damaged_zip_is_a_problem_of_the_file_that_cannot_be_read() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("bundle.zip");
    let names: String = (0..20_000).map(|number| format!("{number},N{number},2020-01-01,csr\n")).collect();
    zip(&path, &[("employees.csv", format!("employee_number,full_name,hired_on,job\n{names}").as_bytes())]);
    let mut bytes = std::fs::read(&path).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 64].fill(0xFF);
    std::fs::write(&path, bytes).unwrap();
    let problems = told(check(&path));
    assert!(problems.iter().any(|told| told.starts_with("employees.csv: cannot be read: ")), "{problems:?}");
}

#[test]
fn a_bundle_in_memory_needs_its_employees_too() {
    let reviews = ("reviews.csv".to_owned(), b"employee_number,reviewed_on,rating\n1,2024-01-01,3\n".to_vec());
    let checked = Bundle::in_memory(vec![reviews]).check(&super::ladder(), &mut |_| ());
    assert_eq!(told(checked), ["employees.csv: it is missing: a bundle has one"]);
}

#[test]
fn what_is_no_file_is_a_problem() {
    let folder = folder(&[]);
    std::fs::create_dir(folder.path().join("reviews.csv")).unwrap();
    assert_eq!(told(check(folder.path())), ["reviews.csv: cannot be read: not a file"]);
}

#[test]
fn a_bundle_may_carry_its_ladder() {
    let text = |folder: &Path| Bundle::open(folder).unwrap().ladder_text();
    assert_eq!(text(folder(&[]).path()), Ok(None));
    assert_eq!(text(folder(&[("ladder.toml", "\u{FEFF}[[job]]\n")]).path()), Ok(Some("[[job]]\n".to_owned())));
    let odd = folder(&[]);
    std::fs::write(odd.path().join("ladder.toml"), b"# one\n# tw\xF6\n").unwrap();
    assert_eq!(text(odd.path()).unwrap_err().to_string(), "ladder.toml:2: not UTF-8: save the file as UTF-8");
    std::fs::write(odd.path().join("ladder.toml"), vec![b'\n'; (16 << 20) + 1]).unwrap();
    assert_eq!(text(odd.path()).unwrap_err().to_string(), "ladder.toml: it has more than 16 MiB");
    let path = odd.path().join("bundle.zip");
    zip(&path, &[("x/employees.csv", EMPLOYEES.as_bytes()), ("x/ladder.toml", b"# here")]);
    assert_eq!(text(&path), Ok(Some("# here".to_owned())));
}
