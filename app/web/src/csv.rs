//! Tables as files, as RFC 4180 writes them, that no spreadsheet takes for formulas.

/// One line of a file.
pub(crate) fn line<'c>(cells: impl IntoIterator<Item = &'c str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    cells.join(",") + "\r\n"
}

/// What begins like a formula is made text by an apostrophe; what holds a separator is quoted.
fn cell(text: &str) -> String {
    let is_formula = text.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let text = if is_formula { format!("'{text}") } else { text.to_owned() };
    if text.contains([',', '"', '\r', '\n', ';']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text }
}

#[cfg(test)]
mod tests {
    use super::line;

    #[test]
    fn what_begins_like_a_formula_is_text() {
        assert_eq!(line(["=1+1", "+49", "-1", "@SUM(A1)", "\t=1"]), "'=1+1,'+49,'-1,'@SUM(A1),'\t=1\r\n");
    }

    #[test]
    fn what_holds_a_separator_is_quoted() {
        assert_eq!(
            line(["Last, First", "say \"so\"", "two\nlines", "plain"]),
            "\"Last, First\",\"say \"\"so\"\"\",\"two\nlines\",plain\r\n"
        );
    }
}
