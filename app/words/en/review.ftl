
## Review: what waits for HR, candidates side by side, notes of reviewers, several decided at once

review-title = Review
review-navigation = { $many ->
    [more] Review (over { $count })
   *[exactly] Review ({ $count })
}
review-waiting = { $many ->
    [more] More than { $count } nominations wait for HR
   *[exactly] { $count ->
        [0] No nomination waits for HR
        [one] 1 nomination waits for HR
       *[other] { $count } nominations wait for HR
    }
}
review-waiting-more = First those about which something is not known, then waived ones, those of whom something was recorded since, those near a bound; then whoever has waited longest.
review-caption = What waits for HR, in its order
review-state = State
review-any-state = Any that waits
review-site = Site
review-any-site = Any
review-track = To
review-any-track = Any
review-find = Show
review-none-title = Nothing waits for HR
review-none = Whatever candidates agreed to is shown here, from the day they do.
review-no-match-title = Nothing that waits is like that
review-no-match = Look for another state, job or site.
review-all = Show all that waits
review-candidate = Candidate
review-to = To
review-stands = State
review-why = Why it comes first
review-since = Since
review-usual = –
review-sign = { $sign ->
    [unknown] Something is not known
    [waived] Waived
    [changed] Changed since it was frozen
   *[near_bound] Holds not for long
}
review-by = with { $name }
review-recused = You stand aside
review-choose = Choose { $name }
review-compare = Compare
review-decide = Decide several
review-chosen-hint = Tick up to 8 to compare, or up to 50 to decide together.

review-compare-title = Side by side
review-compare-caption = { $job }: each criterion for each candidate, as of today
review-compare-moved = { $job }: a table that can be moved sideways
review-compare-criterion = Criterion
review-compare-all = All of them
review-compare-was = { $date }: { $state }
review-compare-recorded = Something was recorded since { $date }
review-compare-lead = As each criterion stands today. Where it stood otherwise when it was frozen, that is told below.
review-compare-too-many = { $count } were chosen; the first { $most } are shown.
review-compare-gone = The ladder does not know this track any longer.
review-notes-link = Notes

review-decide-title = Decide several
review-decide-none-title = Nobody is chosen
review-decide-none = Tick candidates in the queue, then decide.
review-decide-queue = Go to the queue
review-decide-chosen = Chosen
review-decide-chosen-caption = The nominations that were chosen
review-decide-act = What is done to each
review-decide-act-missing = Choose what is done to each
review-decide-too-many = At most { $most } are decided at a time
review-decide-on = First day in the new job, where you approve
review-decide-on-hint = For example 1 Mar 2027. Job and pay change on that day; all else stays as it is.
review-decide-why = Why, where the criteria are not met on that day
review-decide-reasons = Why, where you decline
review-decide-next = Next step: what each candidate is told, where you decline
review-decide-preview = Preview
review-decide-preview-title = What will happen
review-decide-preview-caption = What will happen to each, if you go on
review-decide-preview-more = Nothing is done yet.
review-decide-will = { $act ->
    [take_up] Will be taken up
    [approve] Will be approved
   *[decline] Will be declined
}
review-decide-refused = Refused
review-decide-not-tried = Not done
review-decide-not-tried-more = The database could not be reached. Nothing of it was changed: try it again.
review-decide-not-there = Not there, or not yours to review
review-decide-outcome = What becomes of it
review-decide-apply = { $act ->
    [take_up] { $count ->
        [one] Take up 1
       *[other] Take up { $count }
    }
    [approve] { $count ->
        [one] Approve 1
       *[other] Approve { $count }
    }
   *[decline] { $count ->
        [one] Decline 1
       *[other] Decline { $count }
    }
}
review-decide-change = Change it
review-decide-nothing = Nothing would be done: all of them are refused.
review-decide-done-title = { $count ->
    [0] Nothing was done
    [one] 1 was done
   *[other] { $count } were done
}
review-decide-done-caption = What became of each
review-decide-done = { $act ->
    [take_up] Taken up
    [approve] Approved
   *[decline] Declined
}
review-decide-refused-count = { $count ->
    [0] All of them.
    [one] 1 was not, and nothing of it was changed.
   *[other] { $count } were not, and nothing of them was changed.
}

review-talk-title = Reviewers on { $name }
review-talk-nomination = The nomination
review-talk-notes = Notes
review-talk-first = Write what you think first: what others wrote is shown after that.
review-talk-kept = Notes stay as they are written, and are read by reviewers alone: not by the candidate, nor by who nominated or leads them.
review-talk-not-yours = Notes are read by reviewers who neither nominated nor lead the candidate.
review-talk-recused = You stand aside: you have no say in this nomination, and its notes are not shown to you.
review-talk-label = Your note
review-talk-more = Add to your notes
review-talk-save = Save the note
review-talk-saved = It is kept
review-aside-title = Who stands aside
review-aside-none = Nobody does.
review-aside = Stand aside
review-aside-more = Where you are close to the candidate, or cannot judge freely for another reason. You can then no longer take it up, give it back, approve, decline, or answer an appeal in it. It cannot be taken back.
review-aside-label = Why you stand aside
review-talk-link = Notes of reviewers, and who stands aside

refusal-nothing-written = Nothing is written yet.
refusal-too-long = This is longer than { $longest } characters.
refusal-too-many = At most { $most } are decided at a time.
refusal-aside-already = You stand aside already.
