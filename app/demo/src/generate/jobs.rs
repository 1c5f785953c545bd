//! The jobs of the default ladder, found by their codes.

use rules::{JobId, Ladder};

use crate::codes;

/// The nine jobs. One that a ladder does not have is taken by the ladder's first.
#[derive(Clone, Copy)]
pub(super) struct Jobs {
    pub(super) csr: JobId,
    pub(super) senior: JobId,
    pub(super) lead: JobId,
    pub(super) quality: JobId,
    pub(super) training: JobId,
    pub(super) hr: JobId,
    pub(super) logistics: JobId,
    pub(super) vendor: JobId,
    pub(super) operations: JobId,
}

impl Jobs {
    pub(super) fn of(ladder: &Ladder) -> Jobs {
        let job = |code| codes::job(ladder, code).unwrap_or(JobId(0));
        Jobs {
            csr: job("csr"),
            senior: job("senior-csr"),
            lead: job("team-lead"),
            quality: job("quality-analyst"),
            training: job("training-specialist"),
            hr: job("hr-coordinator"),
            logistics: job("logistics-coordinator"),
            vendor: job("vendor-manager"),
            operations: job("operations-manager"),
        }
    }

    /// What the people beside the teams work as, by their place among them.
    pub(super) fn staff(&self, place: u64) -> JobId {
        let Jobs { quality, training, hr, logistics, vendor, .. } = *self;
        let round = [quality, training, logistics, quality, hr, vendor, training, quality, logistics, training, vendor];
        round[(place % round.len() as u64) as usize]
    }

    /// The part of the company that a job belongs to; none for those in the teams.
    pub(super) fn unit(&self, job: JobId) -> Option<&'static str> {
        let offices = [
            (self.quality, "Quality"),
            (self.training, "Training"),
            (self.hr, "People"),
            (self.logistics, "Logistics"),
            (self.vendor, "Vendors"),
            (self.operations, "Operations"),
        ];
        offices.into_iter().find(|(office, _)| *office == job).map(|(_, unit)| unit)
    }

    /// What a job pays, as a multiple of the entry pay.
    pub(super) fn pay(&self, job: JobId) -> f64 {
        match job {
            _ if job == self.csr => 1.0,
            _ if job == self.senior => 1.22,
            _ if job == self.hr || job == self.logistics => 1.35,
            _ if job == self.vendor => 1.9,
            _ if job == self.operations => 2.4,
            _ => 1.5,
        }
    }
}
