## Nominations: states, acts, reasons, and why something is not possible now

nomination-state = { $state ->
    [interest] Interest shown
    [interest_with_hr] Interest, with HR
    [draft] Draft
    [proposed] Waits for the candidate
    [submitted] Handed in
    [in_review] In review
    [approved] Approved
    [effective] In effect
    [appealed] Appealed
    [interest_declined] Interest declined
    [withdrawn] Withdrawn
    [discarded] Discarded
    [refused] Not wanted by the candidate
    [no_answer] Closed without an answer
    [declined] Declined
    [called_off] Called off
    [left] Closed: the candidate left
    [moved] Closed: the candidate moved otherwise
   *[upheld] Decision upheld
}
nomination-act = { $act ->
    [start] Started a draft
    [show_interest] Showed interest
    [endorse] Endorsed the interest
    [decline_interest] Declined the interest
    [ask_hr] Asked HR
    [edit_case] Wrote on the case
    [discard] Discarded the draft
    [propose] Asked the candidate
    [consent] Agreed to be nominated
    [refuse] Did not want it
    [lapse] Nobody answered in time
    [take_up] Took it up for review
    [withdraw] Withdrew it
    [return] Gave it back
    [approve] Approved it
    [decline] Declined it
    [call_off] Called the move off
    [take_effect] The move took effect
    [reopen] The move could not take effect: back in review
    [end_as_left] Closed: the candidate left
    [end_as_moved] Closed: the candidate moved otherwise
    [appeal] Appealed
    [uphold] Upheld the decision
    [ask_waiver] Asked for a waiver
    [grant_waiver] Granted a waiver
    [refuse_waiver] Refused a waiver
   *[grant_appeal] Granted the appeal: back in review
}
nomination-do = { $act ->
    [start] Start a nomination
    [show_interest] Show interest
    [endorse] Endorse
    [decline_interest] Decline
    [ask_hr] Ask HR
    [edit_case] Save the case
    [discard] Discard the draft
    [propose] Ask the candidate
    [consent] Agree to be nominated
    [refuse] I do not want this
    [take_up] Take up for review
    [withdraw] Withdraw
    [return] Give back
    [approve] Approve
    [decline] Decline
    [call_off] Call off
    [appeal] Appeal
    [uphold] Uphold the decision
    [ask_waiver] Ask for a waiver
   *[grant_appeal] Grant the appeal
}
nomination-reason = { $reason ->
    [not_now] Not at this time
    [coverage] The team cannot spare them for now
    [results] The results of late do not carry it
    [more_experience] More practice in the present job comes first
    [case_too_thin] The case does not show enough
    [fact_in_doubt] A fact of the record is in doubt
    [no_opening] There is no place in that job now
    [another_candidate] Another candidate fits this opening better
    [criteria_not_met] The criteria are not met any longer
    [procedure_flawed] The way it was decided was not right
    [business_changed] The business changed
    [candidates_wish] As the candidate wishes
    [candidate_left] The candidate had left when the day of the move came
    [equivalent_experience] What it asks for was learned in another way
    [evidence_on_its_way] It is done, and the evidence is on its way
    [business_need] The work cannot wait until it holds
    [accommodation] A leave or a disability must not stand in the way
    [candidate_moved] The candidate was in another job when the day of the move came
   *[other] Another reason, in words
}

refusal-not-begun = There is no nomination yet in which this could be done.
refusal-out-of-turn = This nomination is in the state “{ $state }”, in which that cannot be done. Load the page again to see what can.
refusal-too-late = The last day for this was { $on }.
refusal-too-early = This can be done from { $on } on.
refusal-once-only = This can be done once, and it was done.
refusal-already-open = A nomination of this person for this track is already under way. There is one at a time: wait until it is over, or take part in it.
refusal-not-from-there = This track does not lead on from the job that the person holds today.
refusal-on-hold = This person's moves are on hold until { $on }. A nomination can begin after that day, or when the hold is ended.
refusal-hold-too-long = A hold ends on { $on } at the latest.
refusal-no-hold = There is no hold now.
refusal-hold-renewed = A hold can be renewed once, and this one was.
refusal-not-eligible = Not eligible on { $on }. { $earliest ->
    [none] As far as it is known today there is no day on which all criteria hold. Ask HR for a waiver of what is missing, or look at the plan on the answer page.
   *[day] The first day is { $day }: ask for a cut-off on that day or later, or ask HR for a waiver.
}
refusal-no-such-criterion = This track asks for no criterion of that id today. Load the page again to see those that it asks for.
refusal-nothing-to-waive = On all of these days the criterion holds as it is, or is waived already. There is nothing to waive.
refusal-waiver-ends-before = A waiver ends on its first day or later.
refusal-waiver-too-long = A waiver is for at most twelve months: until { $longest } at the latest.
refusal-waiver-asked = A waiver of this criterion was asked for already, and waits for its answer. One question is open at a time.
refusal-waiver-over = This waiver was answered, or is over. Load the page again to see what became of it.
refusal-waiver-without-reason = A reason is needed: say in words why it ends.
refusal-empty-case = The case is empty. Write why this person, before you ask them.
refusal-case-too-long = The case is longer than { $longest } characters.
refusal-reason-missing = A reason is needed: choose one of those offered, and add words where it says so.
refusal-day-passed = { $on } is in the past. Choose today or a day to come.
refusal-move-planned = Another move of this person is planned for { $on }. One is planned at a time: call that one off, or wait until it is made.
refusal-move-over = This move is planned no longer: it was made, called off, or could not be made. Load the page again to see which.
refusal-move-of-nomination = This move was approved with a nomination. Call it off there.
refusal-move-without-reason = A reason is needed: say in words why.
refusal-move-changes-nothing = Job, site, unit and manager would stay as they are. Change what is to be another.
refusal-not-that-kind = { $kind ->
    [promotion] A promotion leads to a job of a higher level. Choose another job, or another kind of move.
   *[demotion] A demotion leads to a job of a lower level. Choose another job, or another kind of move.
}
refusal-not-their-manager = This person cannot be the manager on that day: there is nobody of that number in your sight, or they have left by then, or they stand below who is to move.
refusal-not-employed-on = The person is not employed on { $on }. Choose a day of their employment.
refusal-no-such-site = There is no site { $site }. { $nearest ->
    [none] A new one is known as soon as somebody works there, or there is an HR partner for it.
   *[other] Did you mean { $nearest }?
}
refusal-unit-misspelled = There is no unit { $unit }. Did you mean { $nearest }?
refusal-no-such-rise = A rise is between { $least } and { $most } percent.
refusal-rise-out-of-range = The track gives a rise of { $from } to { $to } percent. Stay within it, or say in words why not.
refusal-stale = Somebody saved this nomination after you had opened it (you saw save { $seen }, the last is save { $now }). Nothing of yours was written over theirs. This page shows what is saved now; what you typed is still in its form: compare, and go on.

nomination-list = Nominations
nomination-list-caption = Nominations in which you have a part, the latest first
nomination-list-none = There is no nomination in which you have a part
nomination-list-none-more = One begins on the page of somebody's answer: look up a person and a track.
nomination-title = { $name } to { $job }
nomination-candidate = Candidate
nomination-track = Track
nomination-stands = State
nomination-since = Since
nomination-answer-by = Answer by
nomination-asked-on = Eligible on
nomination-effective-on = First day in the new job
nomination-appeal-by = Appeal by
nomination-case = The case
nomination-case-label = Why this person
nomination-case-hint = Everybody involved reads it: what they did, what it led to, and what you saw yourself.
nomination-case-none = Nothing is written yet.
nomination-draft-saving = Saving …
nomination-draft-held = Nothing was sent: what you wrote here is not saved, and nothing goes on without it. Press “Save the case” first.
nomination-draft-failed = Not saved. What you wrote is still here: press “Save the case” to see why.
nomination-picked = Picked from the record
nomination-pick = Facts that speak for it
nomination-pick-hint = What you pick is read by everybody involved. What you do not pick is not lost: the record is assessed as a whole.
nomination-pick-kind = { $kind ->
    [assignments] Jobs
    [certifications] Certifications
    [languages] Languages
    [trainings] Training
    [metrics] Results
    [reviews] Reviews
    [skills] Skills
   *[activities] Activities
} ({ $count })
nomination-saved = Saved as number { $number }
nomination-next = What you can do
nomination-nothing = There is nothing for you to do here now.
nomination-reason-label = Why
nomination-words-label = { $act ->
    [decline] Next step: what the candidate is told
    [appeal] Your grounds
    [ask_hr] What HR should know
    [approve] Why, where the criteria are not met on that day, or the rise is another than the track gives
   *[other] In your words
}
nomination-on-label = { $act ->
    [approve] First day in the new job
   *[propose] Eligible on: today, or a cut-off to come
}
nomination-history = What happened
nomination-history-caption = Every act, the oldest first
nomination-when = When
nomination-what-and-who = What, and by whom
nomination-what = What
nomination-why = Why
nomination-clock = By itself
nomination-for = { $name }, for { $manager }
nomination-evidence = What was known
nomination-evidence-caption = What was frozen, the oldest first: it never changes
nomination-evidence-more = Each document holds the facts, the criteria and the assessment of its day. Its SHA-256 stands in the audit trail.
nomination-moment = { $moment ->
    [consent] On consent
    [decision] On the decision
   *[appeal] On the appeal
}
nomination-digest = SHA-256
nomination-download = Download
nomination-begin = Take the next step
nomination-begin-start = Propose { $name } for this job: you write why, they say whether they want it, HR decides.
nomination-begin-interest = Tell your manager that you would like to. They answer within 14 days, or HR does.
nomination-under-way = A nomination is under way.
nomination-see = See the nomination

news-title = News
news-caption = What you were told, the latest first
news-none = You have no news
news-none-more = Whatever happens to a nomination in which you have a part is told here, and each move of yours or of your people.
news-unread = { $count ->
    [0] Everything is read
    [one] 1 is new
   *[other] { $count } are new
}
news-read = Mark all as read
news-move = { $state ->
    [made] A move was made
   *[other] A move could not be made
}
news-waiver-ended = A waiver was ended early
news-of = About
news-about = { $name }: { $what }
news-new = New
