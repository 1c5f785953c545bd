//! `/team`.

super::labels! {
    team_title "team-title" ()
    team_count "team-count" (people)
    team_who "team-who" ()
    team_all "team-all" ()
    team_caption "team-caption" ()
    team_not_for_them "team-not-for-them" ()
    team_met "team-met" (met, all)
    team_none_title "team-none-title" (standing)
    team_none "team-none" (standing)
    team_everyone "team-everyone" ()
    team_nobody_title "team-nobody-title" ()
    team_nobody "team-nobody" ()
}
