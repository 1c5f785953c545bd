## Waivers: asked for, answered, counted

waiver-list = Waivers
waiver-list-why = Asked for in a nomination, answered by somebody else of HR. A granted one counts on its days; no other fact is touched.
waiver-list-caption = Waivers, the latest first
waiver-list-none = There is no waiver here
waiver-list-none-more = One is asked for on the page of a nomination, where a criterion does not hold.
waiver-list-all = All waivers
waiver-show = Show
waiver-show-all = All
waiver-person = For the employee number
waiver-narrowed = Only some are shown.
waiver-state = { $state ->
    [asked] Waits for an answer
    [granted] Granted
    [refused] Refused
    [lapsed] Over before it was answered
   *[ended] Ended early
}
waiver-title = Waiver for { $name }
waiver-for = For
waiver-criterion = Criterion
waiver-track = Track
waiver-days = Days
waiver-days-value = { $from } to { $until }
waiver-stands = State
waiver-why = Why
waiver-asked-by = Asked by
waiver-answered-by = Answered by
waiver-answer = Answer
waiver-ended-on = Ended on
waiver-by-on = { $name }, { $on }
waiver-nomination = See the nomination
waiver-nothing = There is nothing for you to do here now.
waiver-next = What you can do
waiver-do = { $act ->
    [grant] Grant the waiver
    [refuse] Refuse the waiver
   *[end] End the waiver
}
waiver-words-label = { $act ->
    [grant] In your words
    [refuse] Why not
   *[end] Why it ends
}
waiver-words-hint = { $act ->
    [grant] Everybody involved reads it. You may leave it empty.
    [refuse] Everybody involved reads it.
   *[end] It stands in the audit trail. What was decided with the waiver stays as it was frozen.
}
waiver-done = { $act ->
    [ask] The waiver is asked for. HR is told.
    [grant] The waiver is granted
    [refuse] The waiver is refused
   *[end] The waiver is ended
}
waiver-counts = Counted
waiver-counts-why = Those asked for in the last twelve months: where there are many, the first ten.
waiver-count-by-criterion = By criterion
waiver-count-by-asker = By who asked
waiver-count-by-person = By whom they are for
waiver-count-asked = Asked for
waiver-count-open = Waiting
waiver-count-granted = Granted
waiver-count-refused = Refused
waiver-criteria = Criteria that are not met
waiver-criteria-on = On { $on }, as far as it is known today.
waiver-criteria-met = On { $on } every criterion holds, or is waived.
waiver-asked-for = Waivers asked for
waiver-ask-why = Somebody else of HR answers. Whoever asks does not decide on this nomination.
waiver-ask-criterion = Which criterion
waiver-ask-reason = Why
waiver-ask-words = In your words
waiver-ask-words-hint = Everybody involved reads it.
waiver-ask-from = From
waiver-ask-from-hint = Empty is today. It counts from this day on, and nobody reckons with it before.
waiver-ask-until = Until
waiver-ask-until-hint = At most twelve months.
waiver-ask-none = There is nothing to waive on that day: every criterion holds, is waived, or has no id by which HR could waive it.
waiver-no-criterion = Choose the criterion
waiver-no-reason = Choose why
waiver-no-words = Say in your words why
waiver-no-until = Enter the last day
waiver-offer-ask = Ask for a waiver of what is missing
waiver-offer-later = Ask for a later day: { $day } is the first on which every criterion holds
waiver-begin-not-today = { $name } is not eligible today. { $earliest ->
    [none] As far as it is known there is no day on which every criterion holds.
   *[day] The first day is { $day }, if nothing changes.
}
waiver-begin-ask = Start, and ask for a waiver
waiver-begin-later = Start for a later day
