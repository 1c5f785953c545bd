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

/// What an entry keeps, field by field; what is nested as it is kept.
pub(super) fn detail(detail: &str) -> Vec<(String, Option<String>)> {
    use serde_json::Value;
    let Ok(Value::Object(fields)) = serde_json::from_str(detail) else { return Vec::new() };
    let told = |value: Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text),
        other => Some(other.to_string()),
    };
    fields.into_iter().filter(|(name, _)| name != "act").map(|(name, value)| (name, told(value))).collect()
}

#[cfg(test)]
mod tests {
    use super::detail;

    #[test]
    fn an_entry_is_told_field_by_field() {
        let told = detail(r#"{"act":"a","name":"feed","site":null,"counts":{"added":2}}"#);
        let lines: Vec<(&str, Option<&str>)> =
            told.iter().map(|(name, value)| (name.as_str(), value.as_deref())).collect();
        let expected = [("name", Some("feed")), ("site", None), ("counts", Some(r#"{"added":2}"#))];
        assert!(expected.iter().all(|line| lines.contains(line)) && lines.len() == expected.len(), "{lines:?}");
    }
}
