//! Job titles to job codes; titles that no job has become new jobs where the mapping asks for it.

use std::collections::HashMap;

use rules::{Job, Ladder};

use crate::tree::{quoted, there_is_no};

/// A job that the ladder did not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NewJob {
    /// Code and title.
    pub job: Job,
    /// How many rows of the export name it.
    pub rows: u64,
}

/// The jobs of the ladder in use and those found on the way.
#[derive(Debug)]
pub(super) struct Jobs<'l> {
    ladder: &'l Ladder,
    /// By title as it is compared; several where jobs share one.
    titles: HashMap<String, Vec<&'l str>>,
    codes: HashMap<&'l str, &'l str>,
    new: Vec<NewJob>,
    /// By title as it is compared.
    new_titles: HashMap<String, usize>,
    new_codes: HashMap<String, usize>,
}

impl<'l> Jobs<'l> {
    pub(super) fn of(ladder: &'l Ladder) -> Jobs<'l> {
        let mut titles: HashMap<String, Vec<&str>> = HashMap::new();
        for job in &ladder.catalogue.jobs {
            titles.entry(folded(&job.title)).or_default().push(&job.code);
        }
        let codes = ladder.catalogue.jobs.iter().map(|job| (job.code.as_str(), job.title.as_str())).collect();
        Jobs { ladder, titles, codes, new: Vec::new(), new_titles: HashMap::new(), new_codes: HashMap::new() }
    }

    /// The code that a code or title means.
    pub(super) fn code(&mut self, written: &str, make: bool) -> Result<String, String> {
        if self.codes.contains_key(written) {
            return Ok(written.to_owned());
        }
        let title = folded(written);
        match self.titles.get(&title).map(Vec::as_slice) {
            Some([code]) => Ok((*code).to_owned()),
            Some(codes) => Err(format!(
                "{} is the title of {}: say which in the table `values`",
                quoted(written),
                codes.join(", ")
            )),
            None if make => self.new_code(written, title),
            None => {
                let jobs = &self.ladder.catalogue.jobs;
                let known = jobs.iter().map(|job| job.title.as_str()).chain(jobs.iter().map(|job| job.code.as_str()));
                Err(there_is_no("job with the code or title", written, known))
            }
        }
    }

    fn new_code(&mut self, written: &str, title: String) -> Result<String, String> {
        let place = match self.new_titles.get(&title) {
            Some(place) => *place,
            None => {
                let code = slug(written).ok_or_else(|| no_code(written, "no letter of a to z is in it"))?;
                let holder = self.new_codes.get(&code).map(|place| self.new[*place].job.title.as_str());
                if let Some(holder) = holder.or_else(|| self.codes.get(code.as_str()).copied()) {
                    return Err(no_code(written, &format!("`{code}` is the code of {}", quoted(holder))));
                }
                if self.ladder.catalogue.jobs.len() + self.new.len() > usize::from(u16::MAX) {
                    return Err("a ladder has at most 65536 jobs".to_owned());
                }
                let place = self.new.len();
                self.new_titles.insert(title, place);
                self.new_codes.insert(code.clone(), place);
                let job = Job { code: code.into(), title: written.to_owned(), level: None };
                self.new.push(NewJob { job, rows: 0 });
                place
            }
        };
        self.new[place].rows += 1;
        Ok(self.new[place].job.code.to_string())
    }

    /// The new jobs in the order of their first rows, and the ladder with them, where there are any.
    pub(super) fn finish(self) -> (Vec<NewJob>, Option<Ladder>) {
        let ladder = (!self.new.is_empty()).then(|| {
            let mut ladder = self.ladder.clone();
            ladder.catalogue.jobs.extend(self.new.iter().map(|new| new.job.clone()));
            ladder
        });
        (self.new, ladder)
    }
}

fn no_code(title: &str, why: &str) -> String {
    format!("no code can be made of the title {}, as {why}: give it one in the table `values`", quoted(title))
}

/// A title as it is compared: small letters, single blanks.
fn folded(title: &str) -> String {
    super::names::blanks_collapsed(title).to_lowercase()
}

/// `sr-dba` of `Sr. DBA`; `None` where no letter or digit is left.
fn slug(title: &str) -> Option<String> {
    let mut slug = String::new();
    for letter in title.chars().flat_map(char::to_lowercase) {
        match letter {
            'a'..='z' | '0'..='9' => slug.push(letter),
            'ä' => slug.push_str("ae"),
            'ö' => slug.push_str("oe"),
            'ü' => slug.push_str("ue"),
            'ß' => slug.push_str("ss"),
            _ if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            _ => {}
        }
    }
    slug.truncate(64);
    let slug = slug.trim_end_matches('-');
    (!slug.is_empty()).then(|| slug.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{Jobs, slug};

    fn ladder() -> rules::Ladder {
        let job = |code: &str, title: &str| format!("[[job]]\ncode = \"{code}\"\ntitle = \"{title}\"\n");
        let text = [job("csr", "Service Agent"), job("lead", "Lead"), job("lead-b", "Lead")].concat();
        crate::read_ladder(&text, "ladder.toml").expect("a ladder")
    }

    #[test]
    fn a_job_is_found_by_its_code_or_its_title() {
        let ladder = ladder();
        let mut jobs = Jobs::of(&ladder);
        for written in ["csr", "Service Agent", "service  AGENT"] {
            assert_eq!(jobs.code(written, true).as_deref(), Ok("csr"));
        }
        assert_eq!(jobs.finish(), (vec![], None));
    }

    #[test]
    fn an_unknown_title_is_refused_with_the_nearest_where_no_new_jobs_are_asked_for() {
        let ladder = ladder();
        let said = Jobs::of(&ladder).code("Servce Agent", false);
        let right = "there is no job with the code or title `Servce Agent`; did you mean `Service Agent`?";
        assert_eq!(said, Err(right.to_owned()));
    }

    #[test]
    fn a_title_that_two_jobs_have_is_refused() {
        let ladder = ladder();
        let said = Jobs::of(&ladder).code("Lead", true);
        assert_eq!(said, Err("`Lead` is the title of lead, lead-b: say which in the table `values`".to_owned()));
    }

    #[test]
    fn an_unknown_title_becomes_one_new_job_however_often_it_comes() {
        let ladder = ladder();
        let mut jobs = Jobs::of(&ladder);
        assert_eq!(jobs.code("Sr. DBA", true).as_deref(), Ok("sr-dba"));
        assert_eq!(jobs.code("sr.  dba", true).as_deref(), Ok("sr-dba"));
        let clash = jobs.code("Sr DBA", true);
        let why = "no code can be made of the title `Sr DBA`, as `sr-dba` is the code of `Sr. DBA`";
        assert_eq!(clash, Err(format!("{why}: give it one in the table `values`")));
        assert!(jobs.code("CSR!", true).is_err());
        assert!(jobs.code("経理", true).is_err());
        let (new, ladder) = jobs.finish();
        assert_eq!((new.len(), new[0].rows, new[0].job.title.as_str()), (1, 2, "Sr. DBA"));
        assert_eq!(ladder.map(|ladder| ladder.catalogue.jobs.len()), Some(4));
    }

    #[test]
    fn a_code_is_made_of_the_letters_and_digits_of_a_title() {
        assert_eq!(slug("President & CEO").as_deref(), Some("president-ceo"));
        assert_eq!(slug(" IT Manager - DB ").as_deref(), Some("it-manager-db"));
        assert_eq!(slug("Führungskraft (groß)").as_deref(), Some("fuehrungskraft-gross"));
        assert_eq!(slug("!!"), None);
    }
}
