//! The demonstration: the fictional company in the database, and who can sign in to it.

use std::io::Write;

use model::Access;
use operations::import::{Options, import};
use operations::{
    Error, NewAccount, NewGrant, Password, accept_invitation, add_account, become_demo, give_access, ladder_in_force,
    propose_ladder, publish_ladder, sign_in_name,
};
use policy::{Actor, Context};

use super::Work;
use crate::outcome::Stop;
use crate::output::answers;

/// Everybody's.
const PASSWORD: &str = "one-rung-at-a-time";
/// The site of the cast.
const SITE: &str = "Hyderabad";

/// Somebody who can sign in.
struct Guest {
    /// The number of who it is in the company, or whoever is in none of its jobs.
    who: Who,
    what: &'static str,
}

enum Who {
    /// One of the cast, by number.
    Cast(&'static str),
    /// Somebody of the office, by name.
    Office(&'static str, Access),
}

const fn cast(number: &'static str, what: &'static str) -> Guest {
    Guest { who: Who::Cast(number), what }
}

const fn office(name: &'static str, access: Access, what: &'static str) -> Guest {
    Guest { who: Who::Office(name, access), what }
}

const GUESTS: &[Guest] = &[
    cast("1003", "representative: eligible for Team Lead"),
    cast("1004", "representative: not yet, a date is known"),
    cast("1005", "representative: eligible until yesterday"),
    cast("1009", "representative: nobody can tell"),
    cast("1006", "representative: a claim is not verified"),
    cast("1014", "representative: a closed warning in the way"),
    cast("1024", "analyst: may move across"),
    cast("1002", "manager: leads a team"),
    cast("1001", "operations manager: everybody below"),
    office("hr.hyderabad", Access::HrPartner, "HR partner of Hyderabad"),
    office("hr.lead", Access::HrLead, "HR lead: everyone, the ladder, imports"),
    office("auditor", Access::Auditor, "auditor"),
    office("administrator", Access::Administrator, "administrator: accounts"),
];

impl Guest {
    fn name(&self) -> &'static str {
        match self.who {
            Who::Cast(number) => demo::CAST.iter().find(|one| one.number == number).map_or(number, |one| one.name),
            Who::Office(..) => "",
        }
    }

    fn sign_in_name(&self) -> String {
        let local = match self.who {
            Who::Cast(_) => self.name().to_lowercase().replace(' ', "."),
            Who::Office(name, _) => name.to_owned(),
        };
        sign_in_name(&format!("{local}@halden.example"))
    }
}

/// Fills an empty database, or goes on where filling it was cut off, and shows who can sign in. One that is filled
/// stays as it is; one that is another company's is refused.
pub(crate) async fn prepare(work: &Work) -> Result<(), Stop> {
    become_demo(&work.app.store, &work.ctx()).await?;
    publish(work).await?;
    employ(work).await?;
    for guest in GUESTS {
        welcome(work, guest).await?;
    }
    Ok(show()?)
}

/// The ladder that the program ships with becomes the company's own.
async fn publish(work: &Work) -> Result<(), Error> {
    let (store, ctx) = (&work.app.store, &work.ctx());
    let in_force = ladder_in_force(store, ctx).await?;
    if !in_force.is_published() {
        let proposal = propose_ladder(store, ctx, (*in_force.ladder).clone()).await?;
        publish_ladder(store, ctx, &proposal).await?;
    }
    Ok(())
}

/// Its people are those of the day on which they came.
async fn employ(work: &Work) -> Result<(), Error> {
    let (store, ctx) = (&work.app.store, &work.ctx());
    if store.read(ctx, async |tx| tx.company().count().await).await?.people > 0 {
        return Ok(());
    }
    let ladder = ladder_in_force(store, ctx).await?.ladder;
    let people = demo::demo(ctx.today, &ladder);
    let options = Options { name: "the fictional company".to_owned(), ..Options::default() };
    import(store, ctx, &options, || Ok(people.iter().cloned().map(Ok))).await?;
    Ok(())
}

/// Gives somebody an account and a password, as they would have got them.
async fn welcome(work: &Work, guest: &Guest) -> Result<(), Error> {
    let (store, ctx, name) = (&work.app.store, &work.ctx(), guest.sign_in_name());
    let employee_number = match guest.who {
        Who::Cast(number) => Some(number.to_owned()),
        Who::Office(..) => None,
    };
    let known = store.read(ctx, async |tx| tx.accounts().credentials(&name).await).await?;
    let invitation = match known {
        Some(known) if known.password_hash.is_some() => return Ok(()),
        Some(_) => Some(operations::invite(store, ctx, &name).await?),
        None => {
            add_account(store, ctx, &NewAccount { sign_in_name: name.clone(), employee_number, first_password: None })
                .await?
        }
    };
    if let Who::Office(_, access) = guest.who {
        let site = (access == Access::HrPartner).then(|| SITE.to_owned());
        give_access(store, ctx, &name, &NewGrant { access, site, from_on: ctx.today, until_on: None }).await?;
    }
    if let Some(invitation) = invitation {
        let ctx = Context { actor: Actor::Visitor, ..ctx.clone() };
        accept_invitation(store, &ctx, &invitation.token, &Password::typed(PASSWORD)).await?;
    }
    Ok(())
}

fn show() -> std::io::Result<()> {
    let mut answers = answers();
    let width = GUESTS.iter().map(|guest| guest.sign_in_name().len()).max().unwrap_or_default();
    writeln!(answers, "Sign in with the password  {PASSWORD}  as")?;
    for guest in GUESTS {
        writeln!(answers, "  {:width$}  {:15}  {}", guest.sign_in_name(), guest.name(), guest.what)?;
    }
    answers.flush()
}
