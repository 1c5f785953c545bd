//! A server with several threads moves what is under way between them: the futures of operations are `Send`. Compiling
//! this is the test; `store::Work` says what makes it hold.

use files::Person;
use operations::import::{Options, import, undo};
use operations::{
    Correction, NewAccount, NewGrant, Password, Proposal, ReadLog, Search, Token, Whom, accept_invitation, add_account,
    assess_all, assessments_of_person, audit_entries, back_up, bring_up_to_date, change_password, check_sample,
    compare_ladders, correct_fact, count_people, directory, disable_those_who_left, explain_person, export,
    find_person, give_access, home, invite_everyone, list_accounts, list_people, list_team, name_deputy, own_tracks,
    person_record, propose_ladder, publish_ladder, resume_session, seal_audit, sign_in, sign_out, verify_audit,
};
use policy::Context;
use store::Store;

fn is_send(_: impl Send) {}

/// What an operation is given beside the store and the context.
struct Given {
    account: NewAccount,
    change: model::ChangeId,
    correction: Correction,
    day: rules::Day,
    grant: NewGrant,
    log: ReadLog,
    password: Password,
    path: std::path::PathBuf,
    person: model::EmployeeId,
    proposal: Proposal,
    token: Token,
}

const _: fn(&Store, &Context, &Given) = |store, ctx, given| {
    let password = &given.password;
    is_send(sign_in(store, ctx, "name", password, "address"));
    is_send(resume_session(store, ctx, &given.token));
    is_send(sign_out(store, ctx, &given.token));
    is_send(change_password(store, ctx, password, password, "address"));
    is_send(accept_invitation(store, ctx, &given.token, password));
    is_send(add_account(store, ctx, &given.account));
    is_send(invite_everyone(store, ctx, Whom::WithoutPassword, |_| Ok(())));
    is_send(list_accounts(store, ctx, "", 50));
    is_send(give_access(store, ctx, "name", &given.grant));
    is_send(name_deputy(store, ctx, "1", "2", (given.day, given.day)));
    is_send(disable_those_who_left(store, ctx));

    is_send(find_person(store, ctx, "1"));
    is_send(list_people(store, ctx, &Search::default(), None, 50));
    is_send(list_team(store, ctx, None, None, 50));
    is_send(count_people(store, ctx, &Search::default(), 50));
    is_send(home(store, ctx));
    is_send(own_tracks(store, ctx));
    is_send(directory(store, ctx, &Search::default(), None, 50, 100));
    is_send(assessments_of_person(store, ctx, "1"));
    is_send(explain_person(store, ctx, &given.log, "1", "track", None));
    is_send(person_record(store, ctx, &given.log, "1"));
    is_send(correct_fact(store, ctx, &given.correction));

    let people = || Ok(std::iter::empty::<std::io::Result<Person>>());
    is_send(import(store, ctx, &Options::default(), people));
    is_send(undo(store, ctx, given.change));
    is_send(export(store, ctx, &given.proposal.after, |_| Ok(())));
    is_send(propose_ladder(store, ctx, (*given.proposal.after).clone()));
    is_send(publish_ladder(store, ctx, &given.proposal));
    is_send(compare_ladders(store, ctx, &given.proposal, |_| ()));

    is_send(assess_all(store, ctx, |_, _, _| Ok(())));
    is_send(bring_up_to_date(store, ctx));
    is_send(check_sample(store, ctx, 100));
    is_send(seal_audit(store, ctx));
    is_send(verify_audit(store, ctx, None));
    is_send(audit_entries(store, ctx, None, 50));
    is_send(given.log.flush(store, ctx));
    is_send(operations::readers_of(store, ctx, given.person, None, 50));
    is_send(back_up(store, ctx, &given.path));
};
