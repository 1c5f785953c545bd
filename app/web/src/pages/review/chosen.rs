//! What was chosen from the queue: nominations, each as it was seen, in addresses and forms.

use model::NominationId;
use operations::nominations::At;

/// The field that holds one.
pub(super) const CHOSEN: &str = "chosen";

/// As a field holds it: which, and the number of the save that was on the page.
pub(super) fn written(at: At) -> String {
    format!("{}_{}", at.id, at.seen)
}

/// Those among the fields of a form, each once, in their order; what is none is left out.
pub(super) fn chosen(form: &[(String, String)]) -> Vec<At> {
    let mut chosen: Vec<At> = Vec::new();
    for at in form.iter().filter(|(name, _)| name == CHOSEN).filter_map(|(_, value)| read(value)) {
        if chosen.iter().all(|one| one.id != at.id) {
            chosen.push(at);
        }
    }
    chosen
}

fn read(value: &str) -> Option<At> {
    let (id, seen) = value.split_once('_')?;
    Some(At { id: NominationId(id.parse().ok()?), seen: seen.parse().ok()? })
}
