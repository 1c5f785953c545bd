//! Mappings and exports that are refused as a whole.

use files::Mapping;

use super::{SMALL, map, told};

fn problems(text: &str) -> Vec<String> {
    told(&Mapping::read(text, "mapping.toml").expect_err("the mapping is refused"))
}

/// What is said about one field, `unit`, in line 6.
fn field(written: &str) -> String {
    let rest = "employee_number = \"n\"\nfull_name = \"f\"\nhired_on = \"h\"\njob = \"j\"\n";
    let said = problems(&format!("[employees]\n{rest}unit = {written}\n"));
    assert_eq!(said.len(), 1, "{said:?}");
    said[0].strip_prefix("mapping.toml:6: employees.unit").map_or_else(|| said[0].clone(), str::to_owned)
}

#[test]
fn a_mapping_without_employees_or_without_their_fields_is_refused() {
    assert_eq!(problems(""), ["mapping.toml:1: the key `employees` is missing"]);
    assert_eq!(
        problems("[employees]\nemployee_number = \"n\"\njob = \"j\"\n"),
        [
            "mapping.toml:1: employees: the field `full_name` is missing: employees.csv requires it",
            "mapping.toml:1: employees: the field `hired_on` is missing: employees.csv requires it",
        ]
    );
}

#[test]
fn unknown_files_fields_and_keys_are_refused_with_the_nearest() {
    let said = problems(&format!("{SMALL}jobs = \"x\"\n[review]\n"));
    assert_eq!(
        said,
        [
            "mapping.toml:9: employees.jobs: there is no key `jobs`; did you mean `job`?",
            "mapping.toml:10: review: there is no key `review`; did you mean `reviews`?",
        ]
    );
    let said = field("{ column = \"u\", emty = [\"-\"] }");
    assert_eq!(said, ".emty: there is no key `emty`; did you mean `empty`?");
    let said = problems(&SMALL.replace("ignore", "ignored"));
    assert_eq!(said, ["mapping.toml:2: export.ignored: there is no key `ignored`; did you mean `ignore`?"]);
}

#[test]
fn a_field_comes_from_one_place_and_is_read_in_one_way() {
    let place = ": a field comes from one of `column`, `columns` and `constant`";
    assert_eq!(field("{ column = \"u\", constant = \"x\" }"), place);
    assert_eq!(field("{ empty = [\"x\"] }"), place);
    let way = ": a field is read in one way: as a constant, by one of `date`, `number`, `name`, `by_name`, or as a job";
    assert_eq!(field("{ column = \"u\", date = \"DD-MM-YYYY\", number = \"1234.56\" }"), format!(".number{way}"));
    assert_eq!(field("{ constant = \"u\", date = \"DD-MM-YYYY\" }"), format!(".constant{way}"));
}

#[test]
fn a_key_that_needs_another_or_stands_in_the_wrong_field_is_refused() {
    assert_eq!(field("{ column = \"u\", part = \"year\" }"), ".part: `part` needs `date` beside it");
    assert_eq!(field("{ column = \"u\", unknown = \"empty\" }"), ".unknown: `unknown` needs `by_name` beside it");
    assert_eq!(field("{ column = \"u\", others = \"keep\" }"), ".others: `others` needs `values` beside it");
    assert_eq!(field("{ column = \"u\", by_name = true }"), ".by_name: only `manager_number` can have `by_name`");
    assert_eq!(field("{ column = \"u\", new_jobs = true }"), ".new_jobs: only `job` can have `new_jobs`");
}

#[test]
fn a_pattern_that_leaves_day_and_month_in_doubt_is_refused() {
    let said = field("{ column = \"u\", date = \"DD-MM-YY\" }");
    assert_eq!(said, ".date: a pattern is made of YYYY, MM or M, DD or D, and hh, mm, ss, not YY");
    let said = field("{ column = \"u\", date = \"MM/YYYY\" }");
    assert_eq!(said, ".date: a day needs a pattern with YYYY, MM and DD");
    let said = field("{ column = \"u\", number = \"1,5\" }");
    assert!(said.starts_with(".number: one of `1234.56`, `1,234.56`, "), "{said}");
    let said = field("{ column = \"u\", name = \"First Last\" }");
    assert_eq!(said, ".name: one of `Last, First` is asked here, not `First Last`");
}

#[test]
fn an_unknown_delimiter_or_encoding_is_refused() {
    let said = problems(&SMALL.replace("[export]", "[export]\ndelimiter = \"::\"\nencoding = \"utf8-ish\""));
    assert_eq!(
        said,
        [
            "mapping.toml:2: export.delimiter: one of `,`, `;`, `|`, `tab` is asked here, not `::`",
            "mapping.toml:3: export.encoding: there is no encoding `utf8-ish`; did you mean `utf-8`?",
        ]
    );
}

#[test]
fn a_column_that_is_both_used_and_ignored_is_refused() {
    let said = problems(&SMALL.replace("\"extra\"", "\"extra\", \"job\""));
    assert_eq!(said, ["mapping.toml:2: export.ignore[1]: the column `job` is used below"]);
}

#[test]
fn a_column_that_is_neither_used_nor_ignored_is_refused_so_that_none_is_lost_unseen() {
    let said = map(SMALL, b"number,name,hired,job,boss,extra,rank\n").expect_err("the export is refused");
    let right = "the mapping neither uses nor ignores this column: name it in one of its fields or in `ignore`";
    assert_eq!(told(&said), [format!("export.csv:1: rank: {right}")]);
}

#[test]
fn a_column_that_is_missing_or_there_twice_is_refused() {
    let said = map(SMALL, b"number,name,name,hire,job,boss\n").expect_err("the export is refused");
    let neither = "the mapping neither uses nor ignores this column: name it in one of its fields or in `ignore`";
    assert_eq!(
        told(&said),
        [
            "export.csv:1: name: this column is there twice: keep one".to_owned(),
            "export.csv:1: hired: there is no column `hired`; did you mean `hire`? (the mapping uses it)".to_owned(),
            format!("export.csv:1: hire: {neither}"),
        ]
    );
}

#[test]
fn an_export_that_is_empty_or_not_there_is_refused() {
    let said = map(SMALL, b"").expect_err("the export is refused");
    assert_eq!(told(&said), ["export.csv:1: the file is empty: the header row is missing"]);
    let mapping = Mapping::read(SMALL, "mapping.toml").expect("the mapping is taken");
    let folder = tempfile::tempdir().expect("a folder");
    let said = mapping.apply(&folder.path().join("no.csv"), &rules::Ladder::default(), &folder.path().join("out"));
    assert!(told(&said.expect_err("it is refused"))[0].starts_with("no.csv: it cannot be read: "));
}

#[test]
fn a_folder_with_something_in_it_is_not_written_into() {
    let mapping = Mapping::read(SMALL, "mapping.toml").expect("the mapping is taken");
    let folder = tempfile::tempdir().expect("a folder");
    let export = folder.path().join("export.csv");
    std::fs::write(&export, "number,name,hired,job,boss\n").expect("it is written");
    let said = mapping.apply(&export, &rules::Ladder::default(), folder.path()).expect_err("it is refused");
    assert!(told(&said)[0].ends_with(": it cannot be written: the folder is not empty"), "{said:?}");
}

#[test]
fn an_export_of_utf_16_says_so() {
    let units: Vec<u8> = "\u{feff}number,name\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
    let said = map(SMALL, &units).expect_err("the export is refused");
    assert!(told(&said)[0].starts_with("export.csv:1: this is UTF-16"), "{said:?}");
    let mapping = SMALL.replace("[export]", "[export]\nencoding = \"utf-16le\"");
    let text = "\u{feff}number,name,hired,job,boss\n1,\"Möwe, Zoë\",01-02-2020,Clerk,\n";
    let units: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let (mapped, _) = map(&mapping, &units).expect("it is mapped");
    assert_eq!(mapped.taken, 1);
}
