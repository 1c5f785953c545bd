//! `/account`, and choosing a password at a one-time address.

super::labels! {
    account_title "account-title" ()
    account_password "account-password" ()
    account_password_changed "account-password-changed" ()
    account_first_title "account-first-title" ()
    account_first_why "account-first-why" ()
    account_first_button "account-first-button" ()
    account_change_title "account-change-title" ()
    account_change_button "account-change-button" ()
    account_current "account-current" ()
    account_new "account-new" ()
    account_new_hint "account-new-hint" ()
    account_again "account-again" ()
    account_no_current "account-no-current" ()
    account_wrong_current "account-wrong-current" ()
    account_password_short "account-password-short" ()
    account_password_long "account-password-long" ()
    account_password_name "account-password-name" ()
    account_password_unchanged "account-password-unchanged" ()
    account_password_differs "account-password-differs" ()
    account_sessions "account-sessions" ()
    account_sessions_caption "account-sessions-caption" ()
    account_since "account-since" ()
    account_last_seen "account-last-seen" ()
    account_act "account-act" ()
    account_this_session "account-this-session" ()
    account_end_session "account-end-session" ()
    account_end_session_about "account-end-session-about" (since)
    account_end_others "account-end-others" ()
    account_session_ended "account-session-ended" ()
    account_others_ended "account-others-ended" ()
    account_data "account-data" ()
    account_data_what "account-data-what" ()
    account_data_download "account-data-download" ()
    account_kept_title "account-kept-title" ()
    account_kept_why "account-kept-why" ()
    account_kept_typed "account-kept-typed" ()
    account_kept_nothing_typed "account-kept-nothing-typed" ()
    account_kept_send "account-kept-send" ()
    account_kept_discard "account-kept-discard" ()
    invitation_title "invitation-title" ()
    invitation_why "invitation-why" (name)
    invitation_button "invitation-button" ()
    invitation_over_kind "invitation-over-kind" ()
    invitation_over_title "invitation-over-title" ()
    invitation_over "invitation-over" ()
    ago_seconds "ago-seconds" ()
    ago_minutes "ago-minutes" (minutes)
    ago_hours "ago-hours" (hours)
    ago_days "ago-days" (days)
}

impl crate::English {
    /// "just now", "5 minutes ago", "3 hours ago", "2 days ago".
    pub fn ago(&self, seconds: i64) -> String {
        let minutes = seconds.max(0) / 60;
        match (minutes, minutes / 60, minutes / 1440) {
            (0, _, _) => self.ago_seconds(),
            (minutes, 0, _) => self.ago_minutes(minutes),
            (_, hours, 0) => self.ago_hours(hours),
            (_, _, days) => self.ago_days(days),
        }
    }
}
