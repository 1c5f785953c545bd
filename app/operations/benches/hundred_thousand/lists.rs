//! The lists of whoever has 12 people below them, and of whoever has nearly all.

use std::collections::HashMap;
use std::time::Instant;

use model::Standing;
use operations::{Search, Sort, list_people, list_team};
use policy::Context;
use store::Store;

use crate::company::{account, signed_in};
use crate::{tell, workforce};

const PAGE: u32 = 50;
const PAGES: usize = 200;

pub(crate) async fn run(store: &Store) {
    let (lead, director) = managers();
    for (who, number) in [("a lead with 12", lead), ("a director with nearly all", director)] {
        account(store, &number).await;
        let ctx = signed_in(store, demo::AS_OF, &number).await;
        pages(store, &ctx, who, "a page of people", &Search::default()).await;
        let of_a_job = Search { job: Some("csr".to_owned()), ..Search::default() };
        pages(store, &ctx, who, "a page of one job", &of_a_job).await;
        let named = Search { text: "ma".to_owned(), ..Search::default() };
        pages(store, &ctx, who, "a page of a name", &named).await;
        let hired = Search { sort: Sort::HiredOn, ..Search::default() };
        pages(store, &ctx, who, "a page by the day of hire", &hired).await;
        let lapsing = Search { standing: Some(Standing::Lapsing), ..Search::default() };
        pages(store, &ctx, who, "a page of those who are lapsing", &lapsing).await;
        let mut took = Vec::new();
        for _ in 0..PAGES {
            let begun = Instant::now();
            list_team(store, &ctx, None, None, PAGE).await.unwrap();
            took.push(begun.elapsed());
        }
        tell(&format!("{who}: the team with their assessments"), took);
    }
}

/// One page after another, from the start again where they end.
async fn pages(store: &Store, ctx: &Context, who: &str, what: &str, search: &Search) {
    let (mut took, mut after): (Vec<_>, Option<String>) = (Vec::new(), None);
    for _ in 0..PAGES {
        let begun = Instant::now();
        after = list_people(store, ctx, search, after.as_deref(), PAGE).await.unwrap().next;
        took.push(begun.elapsed());
    }
    tell(&format!("{who}: {what}"), took);
}

/// A manager of twelve who are nobody's managers, and the one above nearly all.
fn managers() -> (String, String) {
    let mut manager_of: HashMap<String, Option<String>> = HashMap::new();
    let mut direct: HashMap<String, usize> = HashMap::new();
    for person in workforce() {
        let employee = person.employee;
        let manager = employee.manager_number.map(|number| number.to_string());
        if let Some(manager) = &manager {
            *direct.entry(manager.clone()).or_default() += 1;
        }
        manager_of.insert(employee.employee_number.to_string(), manager);
    }
    let mut below: HashMap<String, usize> = HashMap::new();
    for number in manager_of.keys() {
        let mut at = manager_of[number].as_ref();
        while let Some(manager) = at {
            *below.entry(manager.clone()).or_default() += 1;
            at = manager_of[manager].as_ref();
        }
    }
    let mut leads: Vec<&String> = direct.keys().filter(|number| below[*number] == direct[*number]).collect();
    leads.sort_by_key(|number| (direct[*number].abs_diff(12), (*number).clone()));
    let director = below.iter().max_by_key(|(_, people)| **people).unwrap();
    println!("the lead has {}, the director {}", direct[leads[0]], director.1);
    (leads[0].clone(), director.0.clone())
}
