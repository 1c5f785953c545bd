
## The answer

answer-title = { $kind ->
    [promotion] Promotion to { $job }
   *[lateral] Lateral move to { $job }
}
answer-caption = { $name }, { $job }
answer-lapsing = Lapsing
answer-since = Eligible since
answer-until = Until
answer-from = From
answer-verified = If claims are verified, from
answer-known = If what is not known holds, from
answer-planned = Earliest, if started now
answer-as-of = As of
answer-criteria-of = Criteria of
answer-criteria = What it asks
answer-evidence = The facts that decided
answer-plan = What now
answer-reached = Eligible from { $on }
answer-withheld = Earlier days are not shown to you.
answer-verify = { $reader ->
    [own] Ask your manager or HR to look at the evidence: what is claimed counts once it is verified.
   *[other] Look at the evidence, or ask HR to: what is claimed counts once it is verified.
}
answer-complete = { $reader ->
    [own] If there is more than is on record, ask your manager or HR to have it recorded: then it can be told.
   *[other] If there is more than is on record, have it recorded: then it can be told.
}
answer-elsewhere = { $reader ->
    [own] See what leads on from your job
   *[other] See what leads on from the job of { $name }
}
answer-versions = Other criteria
answer-next = { $earliest ->
    [none] From { $on } other criteria apply. Under these it would be: { $status }.
   *[other] From { $on } other criteria apply. Under these it would be: { $status }, from { $earliest }.
}
answer-version = The criteria of { $on }
answer-pinned-title = Not the criteria in force
answer-pinned = You are looking at the criteria of { $on }, as if they were the only ones.
answer-in-force = Look at the criteria in force
answer-none = { $reader ->
    [own] There is nothing to assess: on { $on } you have not begun here, or nothing is asked for this yet.
   *[other] There is nothing to assess: on { $on } { $name } has not begun here, or nothing is asked for this yet.
}
