//! The files of a bundle and their columns: the single truth for reader, writer and documentation.

/// A column of one of the bundle's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header row.
    pub name: &'static str,
    /// Whether the header must have it and every row a value.
    pub required: bool,
    /// Its place in the file's list.
    pub place: usize,
}

/// One of the bundle's files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BundleFile {
    /// Its name.
    pub name: &'static str,
    /// Its columns, in the order in which they are written.
    pub columns: &'static [Column],
}

/// Declares the files: a module of columns for each, and the list of all. `*` is required, `?` is not.
macro_rules! files {
    ($($(#[$doc:meta])* $variant:ident $file:ident { $($column:ident $mark:tt)+ })+) => {
        /// Which file of the bundle, in the order in which they are read.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub(crate) enum File { $($(#[$doc])* $variant),+ }

        impl File {
            /// Every file, in order.
            pub(crate) const ALL: &[File] = &[$(File::$variant),+];

            /// Its name without the ending.
            pub(crate) const fn stem(self) -> &'static str {
                match self { $(File::$variant => stringify!($file)),+ }
            }

            /// Its name and columns.
            pub(crate) const fn table(self) -> &'static BundleFile {
                match self { $(File::$variant => &$file::FILE),+ }
            }
        }

        /// Every file of a bundle; only `employees.csv` is required.
        pub const BUNDLE_FILES: &[BundleFile] = &[$($file::FILE),+];

        $(
            $(#[$doc])*
            pub(crate) mod $file {
                use super::{BundleFile, Column};

                #[allow(non_camel_case_types, reason = "named as in the file")]
                enum Place { $($column),+ }

                $(
                    #[allow(non_upper_case_globals, reason = "named as in the file")]
                    pub(crate) const $column: Column = Column {
                        name: stringify!($column),
                        required: required!($mark),
                        place: Place::$column as usize,
                    };
                )+

                pub(crate) const FILE: BundleFile =
                    BundleFile { name: concat!(stringify!($file), ".csv"), columns: &[$($column),+] };
            }
        )+
    };
}

macro_rules! required {
    (*) => {
        true
    };
    (?) => {
        false
    };
}

files! {
    /// Who works here.
    Employees employees {
        employee_number* full_name* email? hired_on* service_date? left_on? job* job_started_on? manager_number?
        site? country? unit? work_mode? employment? annual_pay? currency? gender? birth_year?
    }
    /// Spans of employment.
    Employments employments { employee_number* hired_on* left_on? employment? work_mode? }
    /// Job history.
    Assignments assignments { employee_number* job* started_on* ended_on? manager_number? site? unit? }
    /// Leaves of absence.
    Leaves leaves { employee_number* kind* started_on* ended_on? counts_toward_tenure? }
    /// Credentials held.
    Certifications certifications {
        employee_number* certification* issued_on* expires_on? status? revoked_on? credential_id? evidence_url?
    }
    /// Language assessments.
    Languages languages { employee_number* language* level* assessed_on* expires_on? status? }
    /// Courses completed, booked, given up.
    Trainings trainings { employee_number* course* status* completed_on? planned_on? score? }
    /// Monthly results.
    Metrics metrics { employee_number* metric* month* value* sample? }
    /// Performance reviews.
    Reviews reviews { employee_number* reviewed_on* rating* }
    /// Skill assessments.
    Skills skills { employee_number* skill* level* assessed_on* assessor? }
    /// Things done and counted.
    Activities activities { employee_number* activity* occurred_on* count? }
    /// Conduct actions.
    Conduct conduct { employee_number* kind* issued_on* closed_on? }
    /// Criteria waived.
    Waivers waivers { employee_number* track* criterion* from_on* until_on* }
}
