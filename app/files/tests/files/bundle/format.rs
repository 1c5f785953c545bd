//! RFC 4180 in UTF-8, and nothing that would have to be guessed at.

use super::{EMPLOYEES, people, problems, problems_of_bytes};

#[test]
fn a_byte_order_mark_columns_in_any_order_and_quotes_are_read() {
    let read = people(&[(
        "employees.csv",
        "\u{FEFF}\"job\",hired_on,full_name,employee_number\r\ncsr,2020-01-01,\"Rao, \"\"Asha\"\"\",1\r\n",
    )]);
    assert_eq!(read[0].employee.full_name, "Rao, \"Asha\"");
    assert_eq!(read[0].employee.employee_number, "1");
}

#[test]
fn a_last_line_needs_no_line_break_and_empty_lines_are_passed_over() {
    let read =
        people(&[("reviews.csv", "employee_number,reviewed_on,rating\n\n1001,2024-01-01,3.5\n\r\n1001,2025-01-01,4")]);
    assert_eq!(read[0].reviews.len(), 2);
}

#[test]
fn a_quoted_field_may_hold_line_breaks_and_the_lines_after_it_are_still_counted_right() {
    let text =
        "employee_number,full_name,hired_on,job\r\n1,\"Asha\r\nof\nNashik\",2020-01-01,csr\r\n2,Ben,soon,csr\r\n";
    assert_eq!(
        problems(&[("employees.csv", text)]),
        ["employees.csv:5: hired_on: a date is written YYYY-MM-DD and must exist in the calendar, not \"soon\""]
    );
    let read = people(&[("employees.csv", &text.replace("soon", "2020-01-01"))]);
    assert_eq!(read[0].employee.full_name, "Asha\r\nof\nNashik");
}

#[test]
fn a_record_over_several_lines_is_named_by_its_first() {
    assert_eq!(
        problems(&[("employees.csv", "employee_number,full_name,hired_on,job\n\n1,\"a\nb\",never,csr\n")]),
        ["employees.csv:3: hired_on: a date is written YYYY-MM-DD and must exist in the calendar, not \"never\""]
    );
}

#[test]
fn a_field_that_looks_like_a_formula_is_text() {
    let read = people(&[("employees.csv", "employee_number,full_name,hired_on,job\n1,=1+1,2020-01-01,csr\n")]);
    assert_eq!(read[0].employee.full_name, "=1+1");
}

#[test]
fn what_is_not_utf_8_is_refused_with_its_column_and_the_rest_of_the_row_still_judged() {
    let latin = b"employee_number,full_name,hired_on,job\n1001,Ren\xE9,2020-01-01,csr\n1002,Zo\xEB,soon,csr\n";
    assert_eq!(
        problems_of_bytes("employees.csv", latin),
        [
            "employees.csv:2: full_name: not UTF-8 (byte E9): save the file as UTF-8",
            "employees.csv:3: full_name: not UTF-8 (byte EB): save the file as UTF-8",
            "employees.csv:3: hired_on: a date is written YYYY-MM-DD and must exist in the calendar, not \"soon\"",
        ]
    );
}

#[test]
fn utf_16_is_called_by_its_name() {
    let wide: Vec<u8> = "\u{FEFF}employee_number".encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_eq!(problems_of_bytes("employees.csv", &wide), ["employees.csv:1: this is UTF-16: save the file as UTF-8"]);
}

#[test]
fn nul_and_other_control_characters_are_refused() {
    for (character, code) in
        [('\0', "0000"), ('\t', "0009"), ('\u{1B}', "001B"), ('\u{7F}', "007F"), ('\u{85}', "0085")]
    {
        let text = format!("employee_number,full_name,hired_on,job\n1001,As{character}ha,2020-01-01,csr\n");
        assert_eq!(
            problems(&[("employees.csv", &text)]),
            [format!("employees.csv:2: full_name: a control character (U+{code}): take it out")]
        );
        let quoted = text.replace("As", "\"As").replace("ha,", "ha\",");
        assert_eq!(problems(&[("employees.csv", &quoted)]).len(), 1);
    }
}

#[test]
fn a_byte_order_mark_within_the_file_is_refused() {
    assert_eq!(
        problems(&[("employees.csv", &format!("{EMPLOYEES}\u{FEFF}1003,Cy,2020-01-01,csr\n"))]),
        ["employees.csv:4: employee_number: a byte order mark (U+FEFF) within the file: take it out"]
    );
}

#[test]
fn an_open_quote_is_refused_where_it_is_opened() {
    assert_eq!(
        problems(&[("employees.csv", &format!("{EMPLOYEES}1003,\"Cy,2020-01-01,csr\n1004,Dee,2020-01-01,csr\n"))]),
        ["employees.csv:4: a quote is opened and not closed"]
    );
}

#[test]
fn a_quote_within_a_field_is_refused() {
    assert_eq!(
        problems(&[("employees.csv", &format!("{EMPLOYEES}1003,Cy \"Cyclone\" Ode,2020-01-01,csr\n"))]),
        ["employees.csv:4: full_name: a quote within a field: put the field in quotes and double the quote"]
    );
}

#[test]
fn text_after_a_closing_quote_is_refused() {
    assert_eq!(
        problems(&[("employees.csv", &format!("{EMPLOYEES}1003,\"Cy\" Ode,2020-01-01,csr\n"))]),
        ["employees.csv:4: full_name: text after a closing quote: a quote within is doubled"]
    );
}

#[test]
fn a_carriage_return_alone_ends_no_line() {
    assert_eq!(
        problems(&[("employees.csv", "employee_number,full_name,hired_on,job\r1,Asha,2020-01-01,csr\r")]),
        ["employees.csv:1: column 4: a carriage return alone: lines end with LF or CRLF"]
    );
    assert_eq!(
        problems(&[("employees.csv", "employee_number,full_name,hired_on,job\n\"1\",Asha,2020-01-01\r,csr\n")]),
        ["employees.csv:2: hired_on: a carriage return alone: lines end with LF or CRLF"]
    );
}

#[test]
fn a_line_with_too_many_or_too_few_fields_is_refused() {
    assert_eq!(
        problems(&[("employees.csv", &format!("{EMPLOYEES}1003,Cy,2020-01-01\n1004,Dee,2020-01-01,csr,\n"))]),
        ["employees.csv:4: 3 fields where the header has 4", "employees.csv:5: 5 fields where the header has 4"]
    );
}
