//! Files to try the program on: the ladder of section 8 of the rules, the person of section 9, and neighbors.

use std::fs;
use std::io::Write;
use std::path::Path;

use tempfile::TempDir;

/// Section 8, whole, with the job that its track leads to.
pub(crate) const LADDER: &str = r#"
[[job]]
code = "csr"
title = "Customer Service Representative"
level = 1

[[job]]
code = "team-lead"
title = "Team Lead"

[[certification]]
code = "six-sigma-yellow"
title = "Six Sigma Yellow Belt"
family = "six-sigma"
rank = 2
validity_months = 36
lead_days = 30

[[course]]
code = "bar-raiser"
title = "Bar Raiser"
lead_days = 45

[[metric]]
code = "csat"
title = "Customer satisfaction"
unit = "%"
better = "higher"
closes_after_days = 10

[[track]]
code = "csr-to-team-lead"
from = ["csr"]
to = "team-lead"
kind = "promotion"
typical_months = [12, 18]
pay_increase_percent = [20, 30]
effective_from = 2026-01-01
criteria = [
  { id = "time", time_in_job = { months = 12 } },
  { id = "belt", certification = { family = "six-sigma", at_least = "six-sigma-yellow" }, why = "Leads run the improvement work of their team" },
  { any = [ { training = { all_of = ["bar-raiser"] } }, { language = { at_least = "B2", count = 2 } } ] },
  { metric = { metric = "csat", months = 3, at_least = 90 } },
  { clear_conduct = { months = 6 } },
]
"#;

/// A second way up, so that there is an order of tracks; it comes first by code and last in the file.
pub(crate) const ANOTHER_TRACK: &str = r#"
[[track]]
code = "a-shortcut"
from = ["csr", "team-lead"]
to = "team-lead"
kind = "lateral"
effective_from = 2026-01-01
criteria = [ { tenure = { months = 1 } } ]
"#;

/// 1001 is the person of section 9: all there but the time in the job. 1000 leads her, and comes after her.
const PEOPLE: &[(&str, &str)] = &[
    (
        "employees.csv",
        "employee_number,full_name,hired_on,job,manager_number\n\
         1001,Ana Reyes,2026-02-01,csr,1000\n\
         1000,=Cem Demir,2020-05-04,team-lead,\n\
         0999,Bo Li,2026-10-01,csr,1000\n",
    ),
    (
        "certifications.csv",
        "employee_number,certification,issued_on,expires_on\n1001,six-sigma-yellow,2026-03-02,9999-12-31\n",
    ),
    ("trainings.csv", "employee_number,course,status,completed_on\n1001,bar-raiser,completed,2026-06-15\n"),
    (
        "metrics.csv",
        "employee_number,metric,month,value\n\
         1001,csat,2026-08,91\n1001,csat,2026-09,90.5\n1001,csat,2026-10,92\n",
    ),
];

/// A folder with the folder `people`, the same as `people.zip`, and `ladder.toml` beside them.
pub(crate) fn folder() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("people")).unwrap();
    let zipped = fs::File::create(folder.path().join("people.zip")).unwrap();
    let mut zip = zip::ZipWriter::new(zipped);
    for (name, content) in PEOPLE {
        fs::write(folder.path().join("people").join(name), content).unwrap();
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap();
    write(folder.path(), "ladder.toml", LADDER);
    folder
}

/// Writes a file, in place of what was there.
pub(crate) fn write(folder: &Path, name: &str, content: &str) {
    fs::write(folder.join(name), content).unwrap();
}
