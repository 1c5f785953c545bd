//! `--help`: every command has one, with an example that works.

use crate::program::nextrung;
use crate::served::Served;
use crate::{mapped, packets, samples};

/// Each with the commands that it has of its own.
const COMMANDS: [&str; 31] = [
    "",
    "serve",
    "assess",
    "check",
    "import",
    "export",
    "ladder",
    "ladder check",
    "ladder publish",
    "ladder export",
    "generate",
    "backup",
    "restore",
    "audit",
    "audit verify",
    "audit key",
    "audit checkpoint",
    "audit export",
    "migrate",
    "company",
    "company time-zone",
    "user",
    "user add",
    "user invite",
    "user list",
    "user disable",
    "user reset",
    "user grant",
    "user revoke",
    "user deputy",
    "version",
];

#[test]
fn the_first_page_lists_every_command_and_only_what_there_is() {
    let folder = tempfile::tempdir().unwrap();
    let listed = |of: &str| -> Vec<String> {
        let help = nextrung(folder.path(), &format!("{of} --help")).quietly();
        let commands = help.lines().skip_while(|line| *line != "Commands:").skip(1).take_while(|line| !line.is_empty());
        let names = commands.filter_map(|line| line.strip_prefix("  ").filter(|line| !line.starts_with(' ')));
        let names = names.filter_map(|line| line.split_whitespace().next());
        names.filter(|name| *name != "help").map(|name| format!("{of} {name}").trim().to_owned()).collect()
    };
    let all = [listed(""), listed("ladder"), listed("audit"), listed("company"), listed("user")].concat();
    assert_eq!(all.len(), COMMANDS.len() - 1);
    assert!(all.iter().all(|command| COMMANDS.contains(&command.as_str())));
}

#[test]
fn every_example_that_help_gives_works_as_it_is_written() {
    let mut tried = 0;
    for command in COMMANDS {
        let folder = samples::folder();
        mapped::add_export(folder.path());
        packets::add_packet(folder.path());
        nextrung(folder.path(), "import people");
        nextrung(folder.path(), "backup backup.db");
        // Whom `user` adds is not there yet; whom it invites, closes or gives access to is.
        if !["user", "user add"].contains(&command) {
            nextrung(folder.path(), "user add hr@example.org");
            nextrung(folder.path(), "user add lead@example.org");
            nextrung(folder.path(), "user grant lead@example.org hr_lead");
        }
        // What signs needs a key; `audit` itself begins with making it.
        if ["audit verify", "audit checkpoint"].contains(&command) {
            nextrung(folder.path(), "audit key signing.key");
            nextrung(folder.path(), "audit checkpoint friday --key signing.key --company Example");
            nextrung(folder.path(), "audit export friday.jsonl");
        }
        let help = nextrung(folder.path(), &format!("{command} --help")).quietly();
        let examples: Vec<_> = help.lines().filter_map(|line| line.strip_prefix("  nextrung ")).collect();
        assert!(!examples.is_empty(), "{command} has no example:\n{help}");
        for example in examples {
            tried += 1;
            if example.starts_with("serve") {
                let folder = tempfile::tempdir().unwrap();
                assert_eq!(Served::start(folder.path(), example).stop().0, 0, "{example}");
                continue;
            }
            let ran = nextrung(folder.path(), example);
            assert_eq!(ran.code, 0, "{example}: {}", ran.err);
            assert!(!ran.out.is_empty(), "{example} answers something");
        }
    }
    assert!(tried >= COMMANDS.len());
}

#[test]
fn the_version_is_said_by_command_and_by_flag() {
    let folder = tempfile::tempdir().unwrap();
    let expected = format!("nextrung {}\n", env!("CARGO_PKG_VERSION"));
    assert_eq!(nextrung(folder.path(), "version").quietly(), expected);
    assert_eq!(nextrung(folder.path(), "--version").quietly(), expected);
}
