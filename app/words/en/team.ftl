
## The team

team-title = Team
team-count = { $people ->
    [one] 1 person reports to you
   *[other] { $people } people report to you
}
team-who = Who is shown
team-all = Everyone
team-caption = People and tracks: status and date
team-not-for-them = Does not apply
team-met = { $met } of { $all } criteria met
team-none-title = { $standing ->
    [now] Nobody is eligible now
    [soon] Nobody becomes eligible within 90 days by time alone
    [lapsing] Nobody is lapsing
   *[cannot-tell] Everything is known
}
team-none = { $standing ->
    [now] On no track does anybody of your team meet all that is asked today.
    [soon] Whoever is not eligible yet has something to do, or a longer way.
    [lapsing] Everyone who is eligible now stays so for 90 days at least.
   *[cannot-tell] Of nobody in your team is anything missing that a track asks for.
}
team-everyone = Show everyone
team-nobody-title = Nobody reports to you
team-nobody = This page shows the people whose manager you are, or for whose manager you stand in.
