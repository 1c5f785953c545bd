//! What is no packet, or no longer as it was frozen: refused, with the place and what would be right.

use super::*;

const FILES: &[(&str, &str)] = &[(
    "certifications.csv",
    "employee_number,certification,issued_on\n1001,first-aid,2026-01-01\n1001,first-aid,2022-01-01\n",
)];

fn text() -> String {
    String::from_utf8(freeze(&asha(FILES), "first-aid", "2026-11-22").unwrap().to_bytes()).unwrap()
}

fn refusal(text: &str) -> String {
    Packet::read(text.as_bytes(), "packet.json").unwrap_err().to_string()
}

/// A packet with something in place of something that is in it.
fn with(written: &str, instead: &str) -> String {
    assert!(text().contains(written), "{written} is not in {}", text());
    text().replacen(written, instead, 1)
}

#[test]
fn what_is_wrong_is_said_with_its_place_and_what_would_be_right() {
    let refused = |written, instead| refusal(&with(written, instead));
    for (written, instead, told) in [
        ("\"as_of\":\"2026-11-22\",\"ass", "\"ass", "packet.json: the key `as_of` is missing"),
        (
            "\"as_of\":\"2026-11-22\",\"ass",
            "\"as_of\":7,\"ass",
            "packet.json: as_of: a text is asked here, in quotes and not empty",
        ),
        (
            "\"as_of\":\"2026-11-22\",\"ass",
            "\"as_of\":\"2026-11-31\",\"ass",
            "packet.json: as_of: a date is written YYYY-MM-DD and must exist in the calendar, not `2026-11-31`",
        ),
        (
            "\"as_of\":\"2026-11-22\",\"ass",
            "\"as_of\":\"2026-11-23\",\"ass",
            "packet.json: assessment.as_of: this is not what the packet says of itself",
        ),
        (
            "\"full_name\"",
            "\"ful_name\"",
            "packet.json: ful_name: there is no key `ful_name`; did you mean `full_name`?",
        ),
        ("\"facts\":{", "\"facts\":{\"pay\":[],", "packet.json: facts.pay: there is no file `pay`"),
        (
            "\"hired_on\":",
            "\"annual_pay\":\"1\",\"hired_on\":",
            "packet.json: facts.employees[0].annual_pay: there is no key `annual_pay`",
        ),
        (
            "{\"certification\":\"first-aid\",\"issued_on\":\"2026-01-01\"",
            "{\"certification\":\"first-aid\",\"issued_on\":\"2026-13-01\"",
            "packet.json: facts.certifications[1].issued_on: a date is written YYYY-MM-DD and must exist in the calendar, \
             not \"2026-13-01\"",
        ),
        (
            "lateral",
            "sideways",
            "packet.json: ladder: line 17: track[0].kind: one of `promotion`, `lateral` is asked here, not `sideways`",
        ),
        (
            "]\\n\",\"track\":\"first-aid\"}",
            "]\\n\",\"track\":\"first-ade\"}",
            "packet.json: track: there is no track `first-ade`; did you mean `first-aid`?",
        ),
        (
            "\"criteria_effective_from\":\"2010-01-01\",\"employee_number\"",
            "\"criteria_effective_from\":\"2010-01-02\",\"employee_number\"",
            "packet.json: criteria_effective_from: the ladder of the packet has no version of the track from this day on",
        ),
        (
            "\"format\":1",
            "\"format\":2",
            "packet.json: format: the packet is of format 2, and this program reads up to 1: ask a newer one",
        ),
        ("\"format\":1", "\"format\":\"1\"", "packet.json: format: 1 is asked here, not \"1\""),
        ("\"format\":1", "\"form\":1", "packet.json: this is no evidence packet: the key `format` is missing"),
        (
            "{\"as_of\"",
            "{ \"as_of\"",
            "packet.json: from byte 2 on it is not in canonical form, and so not as it was frozen: \
          no blanks, keys and rows sorted, each value in its one form",
        ),
    ] {
        assert_eq!(refused(written, instead), told);
    }
    assert!(refused("\"status\":\"eligible\"", "\"status\":\"happy\"").starts_with("packet.json: assessment: "));
    assert!(refused("{\"as_of\"", "{as_of").starts_with("packet.json:1: a packet is one JSON document: "));
    for other in ["[]", "{}", "7"] {
        assert_eq!(refusal(other), "packet.json: this is no evidence packet: the key `format` is missing");
    }
}

#[test]
fn rows_in_another_order_or_a_key_twice_are_not_as_they_were_frozen() {
    let rows = [
        "{\"certification\":\"first-aid\",\"issued_on\":\"2022-01-01\",\"status\":\"verified\"}",
        "{\"certification\":\"first-aid\",\"issued_on\":\"2026-01-01\",\"status\":\"verified\"}",
    ];
    let turned = with(&format!("[{},{}]", rows[0], rows[1]), &format!("[{},{}]", rows[1], rows[0]));
    assert!(refusal(&turned).contains("not in canonical form"), "{}", refusal(&turned));
    let twice = with("\"format\":1", "\"format\":1,\"format\":1");
    assert!(refusal(&twice).contains("not in canonical form"), "{}", refusal(&twice));
}

#[test]
fn a_byte_that_is_changed_is_refused_or_shows_in_the_digest() {
    let (bytes, digest) = (text().into_bytes(), Packet::digest_of(text().as_bytes()));
    let mut read = 0;
    for at in 0..bytes.len() {
        for flip in [1, 0x20] {
            let mut changed = bytes.clone();
            changed[at] ^= flip;
            crate::held::of_a_packet(&changed);
            if let Ok(packet) = Packet::read(&changed, "packet.json") {
                assert_ne!(packet.digest(), digest, "byte {at}");
                read += 1;
            }
        }
    }
    assert!(read > 0, "a letter of a name is none of the reader's business");
}
