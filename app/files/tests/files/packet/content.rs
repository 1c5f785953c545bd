//! What is in a packet, and what is in none.

use super::*;

/// Everything that no rule asks for, each with a text of its own.
const SENSITIVE: &[(&str, &str)] = &[
    (
        "employees.csv",
        "employee_number,full_name,email,hired_on,job,annual_pay,currency,gender,birth_year,manager_number\n\
         1001,Asha Rao,asha@halden.example,2020-01-01,csr,4711,INR,woman,1993,1002\n\
         1002,Ben Lee,,2020-01-01,csr,,,,,\n",
    ),
    (
        "leaves.csv",
        "employee_number,kind,started_on,ended_on,counts_toward_tenure\n1001,illness,2024-01-01,2024-02-01,false\n",
    ),
    ("conduct.csv", "employee_number,kind,issued_on,closed_on\n1001,reprimand,2024-01-01,2024-02-01\n"),
    (
        "assignments.csv",
        "employee_number,job,started_on,ended_on,manager_number,site,unit\n1001,csr,2020-01-01,,1002,Pune,Voice\n",
    ),
];

#[test]
fn pay_gender_birth_year_and_what_no_rule_asks_for_are_in_no_packet() {
    let packet = freeze(&asha(SENSITIVE), "everything", "2026-11-22").unwrap();
    let text = String::from_utf8(packet.to_bytes()).unwrap();
    for kept in ["Asha Rao", "\"leaves\":[{", "2024-02-01", "\"conduct\":[{"] {
        assert!(text.contains(kept), "{kept} is missing in {text}");
    }
    for left_out in [
        "4711",
        "INR",
        "woman",
        "1993",
        "illness",
        "reprimand",
        "asha@",
        "1002",
        "Pune",
        "Voice",
        "annual_pay",
        "currency",
        "gender",
        "birth_year",
        "email",
        "manager_number",
    ] {
        assert!(!text.contains(left_out), "{left_out} is in {text}");
    }
}

#[test]
fn only_what_the_criteria_ask_for_is_in_it() {
    let files = [
        (
            "certifications.csv",
            "employee_number,certification,issued_on\n1001,first-aid,2026-01-01\n1001,six-sigma-yellow,2026-01-01\n",
        ),
        ("metrics.csv", "employee_number,metric,month,value\n1001,csat,2026-09,91.5\n1001,quality,2026-09,80\n"),
        ("conduct.csv", "employee_number,kind,issued_on,closed_on\n1001,reprimand,2024-01-01,2024-02-01\n"),
        ("reviews.csv", "employee_number,reviewed_on,rating\n1001,2026-01-31,4\n"),
        (
            "waivers.csv",
            "employee_number,track,criterion,from_on,until_on\n1001,csr-to-team-lead,time,2026-11-01,2026-12-01\n",
        ),
    ];
    let held = |code: &str| -> Vec<String> {
        let packet = freeze(&asha(&files), code, "2026-11-22").unwrap();
        let rows = packet.rows().flat_map(|(file, rows)| rows.iter().map(move |row| (file, row.clone())));
        let others = rows.filter(|(file, _)| *file != "employees");
        others.map(|(file, row)| format!("{file} {}", row.into_values().collect::<Vec<_>>().join(" "))).collect()
    };
    assert_eq!(held("first-aid"), ["certifications first-aid 2026-01-01 verified"]);
    assert_eq!(
        held("everything"),
        [
            "certifications six-sigma-yellow 2026-01-01 verified",
            "conduct 2024-02-01 2024-01-01",
            "metrics csat 2026-09 91.5",
            "reviews 4 2026-01-31",
        ]
    );
    assert_eq!(
        held("csr-to-team-lead"),
        [
            "certifications six-sigma-yellow 2026-01-01 verified",
            "conduct 2024-02-01 2024-01-01",
            "waivers time 2026-11-01 csr-to-team-lead 2026-12-01",
        ]
    );
    let packet = freeze(&asha(&files), "first-aid", "2026-11-22").unwrap();
    assert_eq!(
        packet.ladder_text().replace("\n\n", "\n"),
        "[[job]]\ncode = \"csr\"\ntitle = \"Customer Service Representative\"\n\
         [[job]]\ncode = \"team-lead\"\ntitle = \"Team Lead\"\n\
         [[certification]]\ncode = \"first-aid\"\ntitle = \"First Aid\"\n\
         [[track]]\ncode = \"first-aid\"\nfrom = [\"csr\", \"team-lead\"]\nto = \"csr\"\nkind = \"lateral\"\n\
         effective_from = 2010-01-01\ncriteria = [\n  { id = \"aid\", certification = { any_of = [\"first-aid\"] } },\n]\n"
    );
}

/// A packet of format 1 as it was frozen. It is never written anew: whatever becomes of this program, it reads it.
const FIRST: &[u8] = include_bytes!("../../found/packet/first.json");
const FIRST_DIGEST: &str = "867852f063032e35e9158cb59e1d79a0a9b2828b4d005076b3388e3b11d8e178";

#[test]
fn the_first_packet_ever_frozen_is_read_and_gives_the_same_answer() {
    assert_eq!(Packet::digest_of(FIRST), FIRST_DIGEST);
    let packet = Packet::read(FIRST, "first.json").unwrap();
    assert_eq!(packet.digest(), FIRST_DIGEST);
    assert_eq!(packet.deviations(), []);
    assert_eq!((packet.full_name(), packet.track_code()), ("Asha Rao", "everything"));
    assert_eq!(packet.findings().len(), 13);
}
