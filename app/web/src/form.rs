//! The pattern of every form: a struct of strings as they came, an enum of its fields, and `parse`, which gives a command
//! or everything that is wrong. What is wrong is typed; the page says it.

/// A field of a form. Its name is its id on the page.
pub(crate) trait Field: Copy + PartialEq {
    /// Its name.
    fn name(self) -> &'static str;
}

/// What is wrong with a form: a fault a field, in the order of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Faults<F, W>(Vec<(F, W)>);

impl<F: Field, W> Faults<F, W> {
    /// Nothing.
    pub(crate) fn none() -> Faults<F, W> {
        Faults(Vec::new())
    }

    /// One.
    pub(crate) fn one(field: F, fault: W) -> Faults<F, W> {
        Faults(vec![(field, fault)])
    }

    /// Notes what is wrong with a field, unless something has been noted of it.
    pub(crate) fn note(&mut self, field: F, fault: W) {
        if self.0.iter().all(|(noted, _)| *noted != field) {
            self.0.push((field, fault));
        }
    }

    /// What a field reads as; notes what is wrong with it.
    pub(crate) fn read<T>(&mut self, field: F, value: Result<T, W>) -> Option<T> {
        match value {
            Ok(value) => Some(value),
            Err(fault) => {
                self.note(field, fault);
                None
            }
        }
    }

    /// The command, where nothing is wrong with the form.
    pub(crate) fn or<C>(self, command: Option<C>) -> Result<C, Faults<F, W>> {
        command.filter(|_| self.0.is_empty()).ok_or(self)
    }

    /// In words.
    pub(crate) fn told(self, mut say: impl FnMut(W) -> String) -> Told {
        Told(self.0.into_iter().map(|(field, fault)| (field.name(), say(fault))).collect())
    }
}

/// What is wrong with a form, in words.
#[derive(Clone, Debug, Default)]
pub(crate) struct Told(Vec<(&'static str, String)>);

impl Told {
    /// What is wrong with a field.
    pub(crate) fn of(&self, field: impl Field) -> Option<String> {
        self.0.iter().find(|(name, _)| *name == field.name()).map(|(_, text)| text.clone())
    }

    /// All of it, for the summary.
    pub(crate) fn all(&self) -> Vec<(&'static str, String)> {
        self.0.clone()
    }

    /// Whether nothing is wrong.
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Clone, Copy, Debug, PartialEq)]
    enum Own {
        Name,
        Day,
    }

    impl Field for Own {
        fn name(self) -> &'static str {
            match self {
                Own::Name => "name",
                Own::Day => "day",
            }
        }
    }

    #[test]
    fn all_that_is_wrong_with_a_form_is_said_at_once_and_once_a_field() {
        let mut faults = Faults::none();
        let name: Option<u8> = faults.read(Own::Name, Err("is missing"));
        let day: Option<u8> = faults.read(Own::Day, Err("is no day"));
        faults.note(Own::Day, "is too late");
        let told = faults.or(name.zip(day)).unwrap_err().told(str::to_owned);
        assert_eq!(told.all(), [("name", "is missing".to_owned()), ("day", "is no day".to_owned())]);
        assert_eq!(told.of(Own::Day).as_deref(), Some("is no day"));
    }

    #[test]
    fn a_form_with_nothing_wrong_is_a_command() {
        let mut faults: Faults<Own, &str> = Faults::none();
        let name = faults.read(Own::Name, Ok(7));
        assert_eq!(faults.or(name), Ok(7));
    }
}
