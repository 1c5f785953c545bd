
## Letters: to a candidate, or to whoever nominated. None says a word about anybody else

letter-selected-title = You are selected for { $job }
letter-not-selected-title = You are not selected for { $job }
letter-returned-title = Your nomination of { $candidate } to { $job } is given back
letter-withdrawn-title = Your nomination for { $job } is withdrawn
letter-upheld-title = Your appeal: the decision on { $job } stays
letter-granted-title = Your appeal: the decision on { $job } is taken back
letter-dear = Dear { $name },
letter-dear-nobody = Good day,
letter-selected = On { $on } it was decided that you are selected for { $job }. Your first day in the new job is { $effective_on }.
letter-selected-until = Until then your present job goes on as it is. If that day changes, or the move is called off, you are told.
letter-not-selected = You were nominated for { $job }. On { $on } it was decided that you are not selected.
letter-returned = On { $on } your nomination of { $candidate } to { $job } was given back to you.
letter-returned-next = It is a draft of yours again. You can write the case further and ask { $candidate } once more, or discard it.
letter-withdrawn = { $by ->
    [candidate] On { $on } you took back your nomination for { $job }.
   *[nominator] On { $on } your nomination for { $job } was taken back by whoever had nominated you.
}
letter-withdrawn-next = It is over, and nothing of it counts against you. Another nomination can begin at any time.
letter-upheld = You appealed against the decision of { $decided_on } on your nomination for { $job }. Somebody who had no part in it looked at everything again, with the facts as they are known today. The decision stays.
letter-upheld-next = This is the last answer on this nomination. Another nomination can begin at any time.
letter-granted = You appealed against the decision of { $decided_on } on your nomination for { $job }. Somebody who had no part in it looked at everything again, with the facts as they are known today. Your appeal is granted: the decision is taken back.
letter-granted-next = Your nomination is in review again, and HR decides anew. You are told what is decided.
letter-why = Why
letter-reason = { $reason ->
    [results] The results of late do not carry the step yet.
    [more_experience] More practice in the present job comes first.
    [case_too_thin] The case does not show enough yet.
    [fact_in_doubt] A fact of the record is in doubt.
    [no_opening] There is no place in that job now.
    [criteria_not_met] The criteria are not met any longer.
    [procedure_flawed] The way it was decided was not right.
   *[other] The reason is said in words below.
}
letter-in-words = In words
letter-next-step = Your next step
letter-assessed = How you stand on each criterion
letter-assessed-more = As of { $as_of }, by the criteria in force since { $criteria_of }.
letter-assessed-again-more = As of { $as_of }, the day of the decision, by what is known today and the criteria in force since { $criteria_of }.
letter-appeal = If you think that this is wrong
letter-appeal-until = You can appeal once, until { $last }, on the page of your nomination: say what is wrong. Facts are corrected where they are, you are assessed again as of { $as_of }, and somebody who had no part in this decides.
letter-appeal-none = You have appealed once, so this decision is the last on this nomination. Another nomination can begin at any time.
letter-signed = { $name }
letter-signed-hr = HR
letter-kind = { $kind ->
    [selected] Selected
    [not_selected] Not selected
    [returned] Given back
    [withdrawn] Withdrawn
    [upheld] Appeal: the decision stays
   *[granted] Appeal: the decision is taken back
}
letter-list = Letters
letter-stays = Sent on { $on }. It stays as it was sent.
letter-read = Read the letter
letter-sent = Sent on { $on }
letter-criterion = Criterion
letter-stands = Stands
letter-table = Your criteria, and how each stands
letter-preview = See the letter first
letter-preview-title = The letter that would go out
letter-preview-more = Nothing is saved, and nobody is told, before you decide.
letter-hint = The candidate reads this in the letter. Say nothing about anybody else.
