//! Ladders as a whole: the one that is built in, errors of syntax, files that no person wrote.

use super::{asking, problem, problems};

#[test]
fn the_ladder_that_the_program_ships_with_is_read_and_reads_back_the_same() {
    let shipped = files::default_ladder();
    assert!(shipped.catalogue.jobs.iter().any(|job| job.code == "csr"));
    let again = files::read_ladder(&files::write_ladder(shipped), "written.toml");
    assert_eq!(again.as_ref(), Ok(shipped));
}

#[test]
fn an_empty_file_is_an_empty_ladder() {
    assert_eq!(files::read_ladder("", "ladder.toml"), Ok(rules::Ladder::default()));
}

#[test]
fn a_byte_order_mark_and_windows_line_ends_are_taken_and_lines_counted() {
    let saved = "\u{feff}[[job]]\r\ncode = \"csr\"\r\n";
    assert!(files::read_ladder(saved, "ladder.toml").is_ok());
    let said = problem(&format!("{saved}levle = 1\r\n"));
    assert_eq!(said, "ladder.toml:3: job[0].levle: there is no key `levle`; did you mean `level`?");
}

#[test]
fn errors_of_syntax_point_at_their_lines() {
    let said = problems("[[job]]\ncode = \"a\"\ntitle = \n\n[[job\ncode = \"b\"\n");
    assert!(said[0].starts_with("ladder.toml:3: not TOML: "), "{said:?}");
    assert!(said.iter().any(|line| line.starts_with("ladder.toml:5: not TOML: ")), "{said:?}");
    let twice = problem("[[job]]\ncode = \"a\"\ncode = \"b\"\n");
    assert_eq!(twice, "ladder.toml:3: not TOML: duplicate key");
}

#[test]
fn groups_16_deep_are_taken_and_deeper_ones_refused() {
    let nested = |depth: usize| {
        let inner = "{ tenure = { months = 1 } }".to_owned();
        asking(&(0..depth).fold(inner, |inner, _| format!("{{ at_least = {{ count = 1, of = [{inner}] }} }}")))
    };
    assert!(files::read_ladder(&nested(16), "ladder.toml").is_ok());
    let said = problem(&nested(17));
    assert!(said.starts_with("ladder.toml:22: track[0]") && said.ends_with("groups stand in groups more than 16 deep"));
}

#[test]
fn nesting_without_end_is_an_error_of_syntax_and_not_a_crash() {
    for open in ["[", "{a=", "[[", "[{a="] {
        let said = problems(&format!("job = {}", open.repeat(200_000)));
        assert!(said[0].starts_with("ladder.toml:1: not TOML: "), "{open}: {}", said[0]);
    }
    let keys = "a.".repeat(100_000);
    assert!(problems(&format!("{keys}a = 1\n"))[0].starts_with("ladder.toml:1: "));
}

#[test]
fn a_file_beyond_4_mib_is_refused_unread() {
    let said = problem(&"#".repeat((4 << 20) + 1));
    assert_eq!(said, "ladder.toml:1: the file is larger than 4 MiB");
}

#[test]
fn after_1000_problems_the_rest_is_not_listed() {
    let said = problems(&format!("job = [{}]\n", "1,".repeat(5_000)));
    assert_eq!(said.len(), 1_001);
    assert!(said.contains(&"ladder.toml: there are more problems than these".to_owned()));
}

#[test]
fn a_long_or_odd_word_is_shown_short_and_on_one_line() {
    let said = problem(&format!("[[job]]\ncode = \"a\"\n\"x\\n{}\" = 1\n", "y".repeat(1_000)));
    assert!(!said.contains('\n') && said.contains('…'), "{said}");
}
