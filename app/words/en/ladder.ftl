
## The ladder

ladder-title = The ladder
ladder-you = You are a { $job }. { $tracks ->
    [0] No track leads on from there for you.
    [one] One track leads on from there.
   *[other] { $tracks } tracks lead on from there.
}
ladder-map = Jobs and the ways between them
ladder-picture = Jobs by level, and the tracks between them; the table below says the same
ladder-table = The same as a table
ladder-caption = Tracks: where they lead, from where, and where you stand
ladder-level = Level { $level }
ladder-here = You are here
ladder-way = { $kind ->
    [promotion] Promotion
   *[lateral] Lateral move
} from { $from } to { $to }
ladder-to = To
ladder-from = From
ladder-kind = Kind
ladder-typical = Typical time
ladder-stand = Where you stand
ladder-months = { $least } to { $most } months
ladder-track-title = { $kind ->
    [promotion] Promotion
   *[lateral] Lateral move
} to { $job }
ladder-track-from = For whoever works as { $jobs }
ladder-begins = This track begins on { $on }; until then it judges nobody.
ladder-asks = What it asks
ladder-all-of-these = All of these, on the same day.
ladder-answer = See why, and what is left
ladder-date = { $means ->
    [until] You are eligible until { $on }.
    [since] You have been eligible since { $on }.
    [verified] From { $on }, if what you claim is verified.
    [known] From { $on }, if what is not known holds.
   *[from] From { $on }, if nothing changes.
}
ladder-not-for-you = This track does not apply to you today.
ladder-only-for = Only for
ladder-short = In short
ladder-versions = Criteria by date
ladder-version-now = In force since { $on }
ladder-version-next = Published, in force from { $on }:
ladder-version-past = In force from { $on }, since replaced
