//! Who can do what with a waiver, as a table under review: `waiver_permissions.txt`. Every cell is done, by operations.

use std::fmt::Write;

use model::{NominationAct, NominationId, WaiverId};
use operations::Error;

use super::permissions::WHO;
use super::waived::{ask, draft, grant, refuse, waives};
use super::waivers_over::end;
use super::world::World;
use crate::database::{Engine, on_each_engine, setting};

on_each_engine! {
    who_can_do_what_with_a_waiver_is_as_it_was_last_reviewed,
}

const HEAD: &str = "\
# Who can do what with a waiver. NEXTRUNG_REVIEW=1 writes it anew from what operations answer; every change is a
# decision to be reviewed.
#
# yes  done
# no   refused, and it is said who may
# .    as if there were no such waiver, or no such nomination
#
# `senior` leads the manager, who started the nomination; `stand_in` stands in for the manager; `absent` leads others.
# `partner` is HR of the site, and in review took it up; `second` is HR of the site, too, and `south` of another. `lead`
# and `lead2` are HR leads. In the draft the manager asked, in review `partner` did.
";

/// A nomination in a state, and who asks in it.
struct Case {
    state: &'static str,
    id: NominationId,
    asker: &'static str,
}

impl Case {
    async fn asked(&self, world: &World) -> WaiverId {
        ask(world, self.asker, self.id, &waives("2027-11-21")).await.unwrap()
    }

    /// Does it; whether that went, and everything is as it was before.
    async fn tries(&self, world: &World, who: &str, act: &str) -> Result<(), Error> {
        match act {
            "ask" => {
                let asked = ask(world, who, self.id, &waives("2027-11-21")).await?;
                refuse(world, "lead", asked).await
            }
            "grant" => {
                let asked = self.asked(world).await;
                match grant(world, who, asked).await {
                    Ok(()) => end(world, "lead", asked).await,
                    Err(error) => refuse(world, "lead", asked).await.and(Err(error)),
                }
            }
            "refuse" => {
                let asked = self.asked(world).await;
                match refuse(world, who, asked).await {
                    Ok(()) => Ok(()),
                    Err(error) => refuse(world, "lead", asked).await.and(Err(error)),
                }
            }
            "end" => {
                let asked = self.asked(world).await;
                grant(world, "lead", asked).await?;
                match end(world, who, asked).await {
                    Ok(()) => Ok(()),
                    Err(error) => end(world, "lead", asked).await.and(Err(error)),
                }
            }
            other => panic!("{other}"),
        }
    }

    async fn rows(&self, world: &World) -> String {
        let columns: String = WHO.iter().map(|who| format!("  {who}")).collect();
        let mut rows = format!("\n{:18}{columns}\n", self.state);
        for act in ["ask", "grant", "refuse", "end"] {
            let mut line = format!("  {act:16}");
            for who in WHO {
                // Who does not meet the criterion yet.
                let whoever = if *who == "candidate" { "novice" } else { *who };
                let cell = match self.tries(world, whoever, act).await {
                    Ok(()) => "yes",
                    Err(Error::Denied(_)) => "no",
                    Err(Error::Hidden) => ".",
                    Err(error) => panic!("{who}: {act} in {}: {error}", self.state),
                };
                write!(line, "  {cell:width$}", width = who.len()).unwrap();
            }
            writeln!(rows, "{}", line.trim_end()).unwrap();
        }
        rows
    }
}

async fn table(world: &World) -> String {
    let draft = Case { state: "draft", id: draft(world).await, asker: "manager" };
    let in_draft = draft.rows(world).await;
    let asked = draft.asked(world).await;
    grant(world, "second", asked).await.unwrap();
    for (who, act) in
        [("manager", NominationAct::Propose), ("novice", NominationAct::Consent), ("partner", NominationAct::TakeUp)]
    {
        world.done(who, act, draft.id).await;
    }
    end(world, "lead", asked).await.unwrap();
    let in_review = Case { state: "in_review", asker: "partner", ..draft };
    format!("{HEAD}{in_draft}{}", in_review.rows(world).await)
}

async fn who_can_do_what_with_a_waiver_is_as_it_was_last_reviewed(engine: Engine) {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/operations/nominations/waiver_permissions.txt");
    let table = table(&World::draw(engine).await).await;
    if setting("NEXTRUNG_REVIEW").is_some() {
        std::fs::write(path, &table).unwrap();
    }
    let reviewed = std::fs::read_to_string(path).unwrap_or_default();
    for (now, reviewed) in table.lines().zip(reviewed.lines()) {
        assert_eq!(
            now, reviewed,
            "done (left), as reviewed (right); NEXTRUNG_REVIEW=1 rewrites waiver_permissions.txt"
        );
    }
    assert_eq!(table.lines().count(), reviewed.lines().count(), "NEXTRUNG_REVIEW=1 rewrites waiver_permissions.txt");
}
