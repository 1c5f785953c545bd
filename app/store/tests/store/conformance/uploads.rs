//! Files on their way to becoming an import, and mappings by name.

use jiff::SignedDuration;
use model::{FactKind, Stage, Upload, UploadId};
use policy::Act;
use store::UploadPiece;
use uuid::Uuid;

use super::accounts::account;
use super::{Suite, change, may};

impl Suite {
    pub(super) async fn uploads(&self) {
        let (permit, id) = (may(Act::Import), UploadId(Uuid::from_u128(40)));
        let mut upload = Upload {
            id,
            account: account(),
            name: String::new(),
            mapping: None,
            replaced: Vec::new(),
            stage: Stage::Arriving,
            result: None,
            progress: None,
            touched_at: self.ctx.now,
        };
        let (first, run, other) = (self.ctx.now, (id, Uuid::from_u128(1)), (id, Uuid::from_u128(2)));
        let later = first.checked_add(SignedDuration::from_secs(90)).unwrap();
        let piece =
            |file: &str, number| UploadPiece { file: file.to_owned(), number, bytes: vec![0, 255, number as u8] };
        let arrived = self.database.store.prepare(&self.ctx, async |preparation| {
            preparation.uploads().add(&permit, &upload).await?;
            for (file, number) in [("b.csv", 0), ("a.csv", 0), ("a.csv", 1)] {
                preparation.uploads().add_piece(&permit, id, &piece(file, number)).await?;
            }
            Ok::<_, store::Error>(())
        });
        arrived.await.unwrap();
        let mut after = (String::new(), -1);
        for (file, number) in [("a.csv", 0), ("a.csv", 1), ("b.csv", 0)] {
            let from = (after.0.as_str(), after.1);
            let found = self.read(async |tx| tx.uploads().piece_after(&permit, id, from).await).await.unwrap();
            assert_eq!(found, piece(file, number));
            after = (found.file, found.number);
        }
        (upload.name, upload.mapping, upload.replaced) =
            ("a.csv".to_owned(), Some("[export]".to_owned()), vec![FactKind::Metric]);
        let worked_on = self.database.store.prepare(&self.ctx, async |preparation| {
            assert!(preparation.uploads().describe(&permit, &upload).await?);
            assert!(preparation.uploads().begin(&permit, run, Stage::Checking, first, first).await?);
            assert!(!preparation.uploads().begin(&permit, other, Stage::Checking, first, first).await?, "it is alive");
            assert!(!preparation.uploads().describe(&permit, &upload).await?, "it is worked on");
            assert!(preparation.uploads().progress(&permit, run, "half", first).await?);
            assert!(preparation.uploads().begin(&permit, other, Stage::Checking, later, later).await?, "it was dead");
            assert!(!preparation.uploads().progress(&permit, run, "all", later).await?, "another took over");
            preparation.uploads().add_lines(&permit, id, "changes", 1, &["one".to_owned(), "two".to_owned()]).await?;
            assert!(preparation.uploads().finish(&permit, other, Stage::Checked, "{}", later).await?);
            assert_eq!(preparation.uploads().expired(&permit, later).await?, []);
            Ok::<_, store::Error>(())
        });
        worked_on.await.unwrap();
        (upload.stage, upload.result, upload.touched_at) = (Stage::Checked, Some("{}".to_owned()), later);
        let found = self.read(async |tx| tx.uploads().find(&permit, account(), id).await).await;
        assert_eq!(found.as_ref(), Some(&upload));
        let listed = self.read(async |tx| tx.uploads().of_account(&permit, account(), None, 10).await).await;
        assert_eq!(listed, [upload]);
        let lines = self.read(async |tx| tx.uploads().lines(&permit, id, "changes", 1, 10).await).await;
        assert_eq!(lines, [(2, "two".to_owned())]);
        let gone = self.database.store.prepare(&self.ctx, async |preparation| {
            let since = later.checked_add(SignedDuration::from_secs(1)).unwrap();
            assert_eq!(preparation.uploads().expired(&permit, since).await?, [id]);
            preparation.uploads().drop(&permit, id).await
        });
        gone.await.unwrap();
        assert_eq!(self.read(async |tx| tx.uploads().find(&permit, account(), id).await).await, None);
    }

    pub(super) async fn mappings(&self) {
        let permit = may(Act::Import);
        for text in ["[export]", "[employees]"] {
            self.write(async |tx| tx.mappings().save(may(Act::Import), "hris", text).await).await;
        }
        let found = self.read(async |tx| tx.mappings().find(&permit, "hris").await).await.unwrap();
        assert_eq!((found.text.as_str(), found.saved_at), ("[employees]", self.ctx.now));
        assert_eq!(self.read(async |tx| tx.mappings().list(&permit, "", 10).await).await, [found]);
        assert_eq!(self.read(async |tx| tx.mappings().list(&permit, "hris", 10).await).await, []);
    }

    pub(super) async fn listed_imports(&self) {
        let permit = may(Act::Import);
        let listed = self.read(async |tx| tx.changes().listed(&permit, None, 10).await).await;
        let first = listed.iter().find(|one| one.change.id == change(1)).unwrap();
        assert!(first.undone_at.is_none());
        let undone = listed.iter().find(|one| one.change.id == change(2)).unwrap();
        assert!(undone.undone_at.is_some(), "who took it back sees it still");
        assert_eq!(self.read(async |tx| tx.changes().told(&permit, change(2)).await).await.as_ref(), Some(undone));
    }
}
