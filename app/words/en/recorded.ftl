## One row of the record in a line; “none” is a column that is empty

recorded-assignment = { $job }, { $until ->
    [none] since { $from }
   *[other] { $from } to { $until }
}
recorded-certification = { $title }, issued on { $on }{ $until ->
    [none] {""}
   *[other] {", until"} { $until }
}{ $status ->
    [claimed] {" (not verified)"}
    [revoked] {" (taken back)"}
   *[verified] {""}
}
recorded-language = { $language } at { $level ->
    [native] native level
   *[other] { $level }
}, assessed on { $on }
recorded-training = { $title }, { $status ->
    [completed] completed on { $on }
    [enrolled] booked for { $on }
   *[withdrawn] given up
}
recorded-metric = { $title }: { $value } in { $month }
recorded-review = Review of { $on }: { $rating }
recorded-skill = { $title }: { $level } of 5, judged by { $assessor ->
    [self] themselves
    [peer] a peer
   *[manager] the manager
} on { $on }
recorded-activity = { $title }, on { $on }{ $count ->
    [1] {""}
   *[other] {", "}{ $count } times
}
recorded-other = A row of { $kind }
