//! A case as somebody who has to find out what is wrong wants to read it.

use std::fmt::{self, Debug};

use rules::{Criterion, Facts, Path};

use super::{Case, TRACK};

impl Debug for Case {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        writeln!(f, "as of {}", self.as_of)?;
        write_facts(f, &self.facts)?;
        let catalogue = &self.ladder.catalogue;
        for one in &catalogue.certifications {
            let (family, rank, validity, lead) = (&one.family, one.rank, one.validity_months, one.lead_days);
            writeln!(f, "  {}: family {family:?}, rank {rank:?}, validity {validity:?}, lead {lead:?}", one.code)?;
        }
        for one in &catalogue.courses {
            writeln!(f, "  {}: lead {:?}", one.code, one.lead_days)?;
        }
        for one in &catalogue.metrics {
            writeln!(f, "  {}: closes after {} days", one.code, one.closes_after_days)?;
        }
        for version in &self.ladder.track(TRACK).versions {
            writeln!(f, "from {}: for {:?}, where {:?}", version.effective_from, version.from, version.limits)?;
            for (position, criterion) in version.criteria.iter().enumerate() {
                write_criterion(f, &Path::default().part(position), criterion)?;
            }
        }
        Ok(())
    }
}

pub(crate) fn write_facts(f: &mut fmt::Formatter<'_>, facts: &Facts) -> fmt::Result {
    writeln!(f, "  {:?}, service date {:?}", facts.place, facts.service_date)?;
    rows(f, &facts.employments)?;
    rows(f, &facts.assignments)?;
    rows(f, &facts.leaves)?;
    rows(f, &facts.credentials)?;
    rows(f, &facts.proficiencies)?;
    rows(f, &facts.trainings)?;
    rows(f, &facts.results)?;
    rows(f, &facts.reviews)?;
    rows(f, &facts.skills)?;
    rows(f, &facts.activities)?;
    rows(f, &facts.conduct)?;
    rows(f, &facts.waivers)
}

fn rows<T: Debug>(f: &mut fmt::Formatter<'_>, rows: &[T]) -> fmt::Result {
    rows.iter().try_for_each(|row| writeln!(f, "  {row:?}"))
}

fn write_criterion(f: &mut fmt::Formatter<'_>, path: &Path, criterion: &Criterion) -> fmt::Result {
    let id = criterion.id.as_deref().unwrap_or("-");
    if criterion.rule.parts().is_empty() {
        return writeln!(f, "  {path} [{id}] {:?}", criterion.rule);
    }
    writeln!(f, "  {path} [{id}] {} of {}", criterion.rule.kind(), criterion.rule.parts().len())?;
    let parts = criterion.rule.parts().iter().enumerate();
    parts.into_iter().try_for_each(|(position, part)| write_criterion(f, &path.part(position), part))
}
