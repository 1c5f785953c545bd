//! Several who are nominated at once.

super::labels! {
    several_title "several-title" ()
    several_choose "several-choose" (name)
    several_chosen "several-chosen" ()
    several_nobody "several-nobody" ()
    several_nobody_more "several-nobody-more" ()
    several_show "several-show" ()
    several_outcome "several-outcome" ()
    several_accepted "several-accepted" ()
    several_none "several-none" ()
    several_start "several-start" (count)
    several_refused "several-refused" ()
    several_begun "several-begun" ()
    several_not_theirs "several-not-theirs" ()
}
