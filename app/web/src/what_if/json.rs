//! What comes of a scenario as JSON: what shows that browser and server say the same.

use rules::{Action, AssessmentJson, Criterion, Day, Finding, Ladder, Sentences};

use super::fields::Scenario;
use super::outcome::Asked;

/// The browser has no sentences.
struct Wordless;

impl Sentences for Wordless {
    fn finding(&self, _: &Ladder, _: &Criterion, _: &Finding, _: Day) -> String {
        String::new()
    }

    fn action(&self, _: &Ladder, _: &Criterion, _: &Action) -> String {
        String::new()
    }
}

impl Asked {
    /// Of every track that judges, in their order.
    pub(crate) fn to_json(&self, scenario: &Scenario) -> Option<String> {
        let assessments = self.assessments(&scenario.changes);
        let written = assessments.iter().map(|one| AssessmentJson::new("", one, &self.ladder, &Wordless));
        serde_json::to_string(&written.collect::<Vec<_>>()).ok()
    }
}
