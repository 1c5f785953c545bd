
## The directory

people-title = People
people-export = Export these as CSV
people-search = Name or number
people-find = Search
people-any-site = All sites
people-any-job = All jobs
people-any-track = All tracks
people-any-status = Any status
people-standing = { $standing ->
    [now] Eligible now
    [soon] Within 90 days
    [lapsing] Lapsing within 90 days
    [cannot-tell] Cannot tell
   *[needs-action] Needs action
}
people-track-from = { $job } (from { $jobs })
people-name = Name
people-number = Number
people-job = Job
people-site = Site
people-hired = Hired on
people-left = left on { $on }
people-left-on = Left on
people-track = Track to
people-nearest = Nearest track
people-status = Status
people-on = Date
people-date = { $means ->
    [until] until { $on }
    [since] since { $on }
    [verified] from { $on } if verified
    [known] perhaps from { $on }
   *[from] from { $on }
}
people-date-means = { $means ->
    [until] eligible until
    [since] eligible since
    [verified] eligible from, if what is claimed is verified
    [known] eligible from, if what is not known holds
   *[from] eligible from
}
people-date-means-title = What the date means
people-caption = People, { $sort ->
    [job] by job
    [hired] by the day they were hired
    [date] by the day on which they are eligible
   *[name] by name
}
people-all = { $people ->
    [one] 1 person
   *[other] { $people } people
}
people-some = { $shown } of { $people } people
people-many = { $shown } of more than { $people } people
people-only-you = Nobody whom you see but yourself
people-updating = { $people ->
    [one] 1 person is
   *[other] { $people } people are
} still being updated: their status and date may change in a moment.
people-no-match-title = Nobody matches
people-no-match = Among the people whom you see, nobody is all that you asked for.
people-everyone = Show everyone whom you see
people-nobody-title = There is nobody whom you see
people-nobody = People are seen by their managers and by HR of their site. If that should be you, your administrator can tell why it is not.
