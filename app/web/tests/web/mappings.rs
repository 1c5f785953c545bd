//! Exports of other systems come in by a mapping: kept ones, the real one, and one made on the page.

use std::path::PathBuf;

use axum::http::StatusCode;

use crate::database::{Engine, on_each_engine, setting, system_on};
use crate::imports::{Fields, LEAD, apply, follow, sample, upload};
use crate::site::{Site, TODAY};

on_each_engine! {
    exports_come_in_by_their_mappings,
    the_real_export_comes_in_and_goes_where_it_is_given,
    an_export_is_mapped_on_the_page_and_the_mapping_is_kept_by_name,
}

async fn publish(site: &Site, ladder: &[u8]) {
    let (store, ctx) = (&site.database.store, system_on(TODAY));
    let ladder = files::read_ladder(std::str::from_utf8(ladder).unwrap(), "ladder.toml").unwrap();
    let proposal = operations::propose_ladder(store, &ctx, ladder).await.unwrap();
    operations::publish_ladder(store, &ctx, &proposal).await.unwrap();
}

async fn exports_come_in_by_their_mappings(engine: Engine) {
    for (name, people) in [("hris", 30), ("semicolon", 3)] {
        let site = Site::empty(engine).await;
        let mut lead = site.signed_in("lead", LEAD).await;
        publish(&site, &sample(&format!("{name}/ladder.toml"))).await;
        let (export, mapping) = (sample(&format!("{name}/export.csv")), sample(&format!("{name}/mapping.toml")));
        let fields: Fields<'_> =
            &[("file", Some("export.csv"), &export), ("mapping_file", Some("mapping.toml"), &mapping)];
        let answer = lead.upload("/imports", fields).await;
        let (at, page) = follow(&mut lead, answer).await;
        assert!(page.text.contains("export.csv: what would change"), "{name}: {}", page.text);
        assert!(page.text.contains("Worth knowing"), "{name}: {}", page.text);
        for pay in ["41000", "48500"] {
            assert!(!page.text.contains(pay), "{name}: pay is not shown");
        }
        let (_, page) = apply(&mut lead, &at).await;
        assert!(page.text.contains("changes are applied"), "{name}: {}", page.text);
        let found = count(&site).await;
        assert!(found >= people, "{name}: {found}");
    }
}

/// How many people there are.
async fn count(site: &Site) -> u64 {
    let ctx = system_on(TODAY);
    site.database.store.read(&ctx, async |tx| tx.company().count().await).await.unwrap().people
}

async fn the_real_export_comes_in_and_goes_where_it_is_given(engine: Engine) {
    let Some(folder) = setting("NEXTRUNG_SAMPLES").map(PathBuf::from) else { return };
    let site = Site::empty(engine).await;
    publish(&site, &sample("hris/ladder.toml")).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let (export, mapping) = (std::fs::read(folder.join("hris_export.csv")).unwrap(), sample("hris/mapping.toml"));
    let fields: Fields<'_> =
        &[("file", Some("hris_export.csv"), &export), ("mapping_file", Some("mapping.toml"), &mapping)];
    let answer = lead.upload("/imports", fields).await;
    let (at, page) = follow(&mut lead, answer).await;
    assert!(page.text.contains("<dt>New people</dt><dd>311</dd>"), "{}", page.text);
    assert!(page.text.contains("311 rows: 311 taken, 0 skipped, 0 with a problem."), "{}", page.text);
    let (at, _) = apply(&mut lead, &at).await;
    assert_eq!(count(&site).await, 311);
    let id = at.trim_start_matches("/imports/").split('?').next().unwrap().to_owned();
    let undone = lead.post(&format!("/imports/{id}/undo"), &[]).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{}", undone.text);
    assert_eq!(count(&site).await, 0);
}

async fn an_export_is_mapped_on_the_page_and_the_mapping_is_kept_by_name(engine: Engine) {
    let site = Site::empty(engine).await;
    let mut lead = site.signed_in("lead", LEAD).await;
    let export =
        b"Nr;Person;Since;Title;Shoe\r\n7;Reyes, Ana;01.02.2026;Agent;38\r\n8;Demir, Cem;04.05.2020;Boss;44\r\n";
    let (at, page) = upload(&mut lead, "staff.csv", export).await;
    assert!(at.ends_with("/mapping") && page.status == StatusCode::OK, "{at}: {}", page.text);
    assert!(
        page.text.contains(r#"delimiter = ";""#) || page.text.contains("delimiter = &quot;;&quot;"),
        "{}",
        page.text
    );
    for part in ["Nr", "Shoe", "Reyes, Ana · Demir, Cem", "nothing yet"] {
        assert!(page.text.contains(part), "{part}: {}", page.text);
    }
    let wrong = "[export]\ndelimiter = \";\"\n[employees]\nemployee_number = \"Nr\"\nfull_name = { column = \"Person\", name = \"Last, First\" }\nhired_on = { column = \"Since\", date = \"DD.MM.YYYY\" }\njob = { column = \"Titel\", values = { \"Agent\" = \"csr\", \"Boss\" = \"team-lead\" } }\n";
    let answer = lead.post(&at, &[("text", wrong), ("name", "staff"), ("act", "use")]).await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text.contains("Titel") && answer.text.contains("Shoe"), "all at once: {}", answer.text);
    assert!(answer.text.contains("nothing yet"), "an unused column is listed: {}", answer.text);
    assert!(!lead.get("/imports").await.text.contains(r#"value="staff""#), "what is wrong is not saved");
    let right = wrong.replace("Titel", "Title").replace("[employees]", "ignore = [\"Shoe\"]\n[employees]");
    let look = lead.post(&at, &[("text", &right), ("act", "look")]).await;
    assert_eq!(look.status, StatusCode::OK, "{}", look.text);
    assert!(
        look.text.contains("full_name of employees.csv") && look.text.contains("nothing, ignored"),
        "{}",
        look.text
    );
    let answer = lead.post(&at, &[("text", &right), ("name", "staff"), ("act", "use")]).await;
    let (at, page) = follow(&mut lead, answer).await;
    assert!(page.text.contains("staff.csv: what would change"), "{}", page.text);
    apply(&mut lead, &at).await;
    assert_eq!(count(&site).await, 2);

    assert!(lead.get("/imports").await.text.contains(r#"<option value="staff">"#));
    let next = [export.as_slice(), b"9;Okafor, Ife;05.05.2026;Agent;40\r\n"].concat();
    let answer = lead.upload("/imports", &[("file", Some("staff.csv"), &next), ("mapping", None, b"staff")]).await;
    let (_, page) = follow(&mut lead, answer).await;
    assert!(page.text.contains("<dt>New people</dt><dd>1</dd>"), "{}", page.text);
}
