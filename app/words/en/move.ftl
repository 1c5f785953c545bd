
## Moves: planned, made, called off

move-place = From then on
move-place-hint = What you leave empty stays as it is.
move-site = Site
move-unit = Unit
move-manager = Employee number of the manager
move-rise = Rise of pay, in percent
move-rise-hint = What it comes to is worked out on the day of the move, where pay is kept. It is shown to nobody here.
move-no-rise = { $text } is no percentage: write it as 22.5
move-kind = { $kind ->
    [promotion] Promotion
    [lateral] Lateral move
    [demotion] Demotion
   *[correction] Correction
}
move-state = { $state ->
    [planned] Planned
    [made] Made
    [called_off] Called off
    [left] Not made: had left by then
   *[moved] Not made: held another job by then
}
move-to-job = { $kind ->
    [promotion] Promotion to { $job }
    [lateral] Move across to { $job }
    [demotion] Demotion to { $job }
   *[correction] Correction: { $job }
}
move-within-job = { $kind ->
    [correction] Correction of where they work, as { $job }
   *[lateral] Works elsewhere from then on, as { $job }
}
move-moves = Moves
move-none = No move is planned.
move-planned = { $what }, planned
move-record = Record a move
move-lead = Planned, made and called off. A move ends one assignment and begins the next; pay is on no page.
move-caption = Moves, the latest day first
move-table = Moves, a table that can be moved sideways
move-who = Who
move-what = What
move-from-job = Job before
move-first-day = First day
move-stands = State
move-find = Find
move-export = Download for the HRIS
move-kind-label = Kind
move-any-kind = Every kind
move-any-state = Every state
move-from-label = From
move-until-label = Until
move-ends-before = The last day is before the first
move-none-title = No move was found
move-none-here = Look for other days, or record one.
move-all = All moves
move-job = Job
move-changes = { $before } → { $after }
move-line-manager = Manager
move-reason = Why
move-off-because = Called off because
move-with-nomination = This move was approved with a nomination, and is called off there.
move-over = Nothing can be done with it any longer: what it began goes on until another move.
move-call-off = Call off
move-call-off-label = Why it is called off
move-record-lead = For whom no nomination is needed: up, across, down, or as it should have been. A move whose first day is today is made at once. One with a later day waits for it, and can be called off until then.
move-number = Employee number
move-same-job = The job stays as it is
move-on = First day
move-on-hint = Today or a day to come, as 28 Feb 2027
move-why = Why
move-why-hint = It is in the audit trail for ever.
move-no-number = Write the employee number
move-nobody = There is nobody of that number among the people you look after as HR
move-no-kind = Choose the kind of move
move-done = { $done ->
    [recorded] The move is recorded
   *[called_off] The move is called off
}
