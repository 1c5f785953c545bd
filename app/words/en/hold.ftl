
## Holds on somebody's moves

hold-title = { $reader ->
    [own] Holds on your moves
   *[other] Holds on the moves of { $name }
}
hold-lead = While moves are on hold, nobody begins a nomination. A hold says why, ends by itself after at most { $longest } days, and can be renewed once, by HR.
hold-now = Now
hold-none = { $reader ->
    [own] Your moves are not on hold.
   *[other] Moves are not on hold.
}
hold-in-force = { $reader ->
    [own] Your moves are on hold until { $until }
   *[other] Moves are on hold until { $until }
}
hold-see = Why, and by whom
hold-reason = { $reason ->
    [coverage] Nobody else can do the work for now
    [critical_project] A project would fail without them
    [conduct_pending] A matter of conduct is open
    [in_training] They are being trained for what they do
   *[reorganization] The job they would leave is being reorganized
}
hold-reason-label = Why
hold-words-label = In your words
hold-words-hint = { $name } reads this.
hold-said = In words
hold-from = From
hold-until = Until
hold-by = Placed by
hold-renewed-by = Renewed by
hold-until-label = Last day
hold-until-hint = { $longest } at the latest
hold-do = { $act ->
    [place] Hold moves
    [renew] Renew the hold
   *[end] End the hold
}
hold-end-more = From today on moves are possible again.
hold-next = What you can do
hold-nothing = There is nothing for you to do here now.
hold-no-reason = Choose why
hold-others = Earlier holds
hold-others-caption = Earlier holds, the latest first
hold-ended = Ended on { $on }
hold-ran-out = Ran out
hold-how-it-ended = How it ended
hold-done = { $done ->
    [placed] Moves are on hold
    [renewed] The hold is renewed
   *[ended] The hold is ended
}
