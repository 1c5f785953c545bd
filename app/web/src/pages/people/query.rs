//! What an address asks of the directory, and the address that asks it.

use model::Standing;
use operations::{Search, Sort};
use serde::Deserialize;

use crate::visit::urlencode;

/// What an address asks, as it stands there; what is empty or makes no sense asks nothing.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(crate) struct Asked {
    pub(crate) q: String,
    pub(crate) site: String,
    pub(crate) job: String,
    pub(crate) track: String,
    pub(crate) standing: String,
    pub(crate) sort: String,
    pub(crate) after: String,
}

impl Asked {
    /// Whom it looks for.
    pub(crate) fn search(&self) -> Search {
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Search {
            text: self.q.clone(),
            site: some(&self.site),
            job: some(&self.job),
            track: some(&self.track),
            standing: Standing::from_code(&self.standing),
            sort: Sort::from_code(&self.sort).unwrap_or_default(),
        }
    }

    /// The number of the person whom the page begins after.
    pub(crate) fn after(&self) -> Option<&str> {
        (!self.after.is_empty()).then_some(self.after.as_str())
    }

    /// Whether it leaves anybody out.
    pub(crate) fn narrows(&self) -> bool {
        [&self.q, &self.site, &self.job, &self.track, &self.standing].iter().any(|text| !text.is_empty())
    }

    /// The first page of it in another order.
    pub(crate) fn sorted(&self, sort: Sort) -> Asked {
        Asked { sort: sort.code().to_owned(), ..self.first_page() }
    }

    /// The first page of it.
    pub(crate) fn first_page(&self) -> Asked {
        Asked { after: String::new(), ..self.clone() }
    }

    /// The page of it after a person.
    pub(crate) fn on_from(&self, number: &str) -> Asked {
        Asked { after: number.to_owned(), ..self.clone() }
    }

    /// Its address below a path.
    pub(crate) fn address(&self, path: &str) -> String {
        let pairs = [
            ("q", &self.q),
            ("site", &self.site),
            ("job", &self.job),
            ("track", &self.track),
            ("standing", &self.standing),
            ("sort", &self.sort),
            ("after", &self.after),
        ];
        let pairs = pairs.into_iter().filter(|(_, value)| !value.is_empty());
        let pairs: Vec<String> = pairs.map(|(name, value)| format!("{name}={}", urlencode(value))).collect();
        if pairs.is_empty() { path.to_owned() } else { format!("{path}?{}", pairs.join("&")) }
    }
}
