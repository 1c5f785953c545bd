//! `nextrung user`: accounts and access on the command line.

use std::io::Write;
use std::path::Path;
use std::process::Stdio;

use crate::program::{command, nextrung};
use crate::samples;

/// The one-time addresses that an answer shows.
fn addresses(out: &str) -> Vec<String> {
    out.lines().filter_map(|line| line.split_once("/invitations/")).map(|(_, token)| token.to_owned()).collect()
}

fn refused(folder: &Path, line: &str, why: &str) {
    let ran = nextrung(folder, line);
    assert_eq!((ran.code, ran.out.as_str()), (1, ""), "{line}: {}", ran.err);
    assert_eq!(ran.err.lines().count(), 1, "{line}: {}", ran.err);
    assert!(ran.err.contains(why), "{line}: {}", ran.err);
}

#[test]
fn an_account_is_added_invited_listed_closed_and_reset_each_address_another() {
    let folder = samples::folder();
    let folder = folder.path();
    let added = nextrung(folder, "user add HR@Example.org --url https://careers.example.org/").quietly();
    assert!(added.contains("sign in as  hr@example.org"), "{added}");
    assert!(added.contains("at  https://careers.example.org/invitations/"), "{added}");
    let invited = nextrung(folder, "user invite hr@example.org").quietly();
    refused(folder, "user add hr@example.org", "has an account");
    nextrung(folder, "user grant hr@example.org hr_partner --site manila --from 2026-01-01 --until 2099-12-31")
        .quietly();
    let listed = nextrung(folder, "user list").quietly();
    assert_eq!(listed, "hr@example.org  open  hr_partner of manila from 2026-01-01 until 2099-12-31\naccounts: 1\n");
    nextrung(folder, "user disable hr@example.org").quietly();
    refused(folder, "user disable hr@example.org", "closed already");
    refused(folder, "user invite hr@example.org", "reset it first");
    assert!(nextrung(folder, "user list").quietly().contains("hr@example.org  closed"));
    let reset = nextrung(folder, "user reset hr@example.org").quietly();
    let mut all = [addresses(&added), addresses(&invited), addresses(&reset)].concat();
    assert!(all.iter().all(|token| token.len() == 64));
    all.dedup();
    assert_eq!(all.len(), 3);
}

#[test]
fn everyone_employed_gets_a_slip_with_an_address_once() {
    let folder = samples::folder();
    let folder = folder.path();
    nextrung(folder, "import people").quietly();
    let slips = nextrung(folder, "user invite --everyone").quietly();
    let count = addresses(&slips).len();
    assert!(count > 1 && slips.ends_with(&format!("{count} invited\n")), "{slips}");
    assert!(slips.contains("Ana Reyes\n  sign in as  1001\n"), "{slips}");
    assert_eq!(nextrung(folder, "user invite --everyone").quietly(), "0 invited\n");
    let again = nextrung(folder, "user invite --everyone --again").quietly();
    assert_eq!(addresses(&again).len(), count);
    assert!(addresses(&slips).iter().all(|token| !again.contains(token)));
}

#[test]
fn what_is_not_there_or_makes_no_sense_is_told_with_its_exit_code() {
    let folder = samples::folder();
    let folder = folder.path();
    assert_eq!(nextrung(folder, "user list").code, 3, "there is no database");
    nextrung(folder, "import people").quietly();
    refused(folder, "user disable nobody", "no such record");
    refused(folder, "user add x@example.org --employee 9999", "no such record");
    nextrung(folder, "user add x@example.org").quietly();
    refused(folder, "user grant x@example.org hr_partner", "has a site");
    refused(folder, "user grant x@example.org auditor --site manila", "for a site");
    refused(folder, "user revoke x@example.org auditor", "no such access");
    refused(folder, "user deputy 1001 1001 --until 2099-12-31", "somebody else");
    refused(folder, "user deputy 1000 1001 --end", "does not stand in");
    for line in [
        "user",
        "user add",
        "user invite",
        "user invite x --everyone",
        "user grant x@example.org king",
        "user grant x@example.org auditor --from yesterday",
        "user deputy 1000 1001",
    ] {
        assert_eq!(nextrung(folder, line).code, 2, "{line}");
    }
}

#[test]
fn a_first_password_comes_from_standard_input_and_is_never_said() {
    let folder = samples::folder();
    let add = |name: &str, password: &str| {
        let mut running = command(folder.path(), &format!("user add {name} --password-stdin"))
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        running.stdin.take().unwrap().write_all(password.as_bytes()).unwrap();
        let done = running.wait_with_output().unwrap();
        let said = format!("{}{}", String::from_utf8_lossy(&done.stdout), String::from_utf8_lossy(&done.stderr));
        assert!(!said.contains(password.trim()), "{said}");
        (done.status.code().unwrap(), said)
    };
    let (code, said) = add("ana@example.org", "given by the office\n");
    assert_eq!(code, 0, "{said}");
    assert!(said.contains("to be changed first"), "{said}");
    let (code, said) = add("ben@example.org", "too short\n");
    assert_eq!(code, 1, "{said}");
    assert!(said.contains("12 characters"), "{said}");
}
