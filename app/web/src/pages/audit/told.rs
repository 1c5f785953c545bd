//! Who and what an entry names, in words: nobody is known by more than a name and a number.

use operations::ListedEntry;
use words::English;

/// Who did it, and for whom.
pub(super) fn actor(words: &English, listed: &ListedEntry) -> String {
    let actor = listed.actor.clone().unwrap_or_else(|| words.audit_by_program());
    match &listed.behalf {
        Some(behalf) => words.audit_for(actor, behalf.clone()),
        None => actor,
    }
}

/// To whom or what.
pub(super) fn about(words: &English, listed: &ListedEntry) -> String {
    match (&listed.person, &listed.account) {
        (Some((number, name)), _) => words.audit_about_person(name.clone(), number.clone()),
        (None, Some(account)) => account.clone(),
        (None, None) => words.audit_about_kind(listed.entry.subject_kind.clone()),
    }
}

/// What an entry keeps, line by line: nested values by all their names, nothing twice.
pub(super) fn detail(detail: &str) -> Vec<(String, Option<String>)> {
    let mut lines = Vec::new();
    if let Ok(serde_json::Value::Object(fields)) = serde_json::from_str(detail) {
        for (name, value) in fields.iter().filter(|(name, _)| *name != "act") {
            flatten(name, value, &mut lines);
        }
    }
    lines
}

fn flatten(name: &str, value: &serde_json::Value, lines: &mut Vec<(String, Option<String>)>) {
    use serde_json::Value;
    match value {
        Value::Null => lines.push((name.to_owned(), None)),
        Value::String(text) => lines.push((name.to_owned(), Some(text.clone()))),
        Value::Bool(_) | Value::Number(_) => lines.push((name.to_owned(), Some(value.to_string()))),
        Value::Array(values) => {
            values.iter().enumerate().for_each(|(at, value)| flatten(&format!("{name}.{at}"), value, lines));
        }
        Value::Object(fields) => {
            fields.iter().for_each(|(field, value)| flatten(&format!("{name}.{field}"), value, lines));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::detail;

    #[test]
    fn what_is_nested_is_told_by_all_its_names() {
        let told = detail(r#"{"act":"a","name":"feed","site":null,"counts":{"added":{"leaves":2}},"versions":["x"]}"#);
        let lines: Vec<(&str, Option<&str>)> =
            told.iter().map(|(name, value)| (name.as_str(), value.as_deref())).collect();
        let expected =
            [("name", Some("feed")), ("site", None), ("counts.added.leaves", Some("2")), ("versions.0", Some("x"))];
        assert!(expected.iter().all(|line| lines.contains(line)) && lines.len() == expected.len(), "{lines:?}");
    }
}
