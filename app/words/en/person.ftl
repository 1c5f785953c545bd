
## A person's page

person-caption = { $number } · { $job }
person-tracks = { $reader ->
    [own] Your tracks
   *[other] Tracks
}
person-tracks-caption = Tracks, with status, date and what each hangs on
person-no-tracks = { $reader ->
    [own] No track leads on from the job you hold today.
   *[other] No track leads on from the job that { $name } holds today.
}
person-to = To
person-status = Status
person-date = Date
person-ahead = When all holds
person-hangs-on = It hangs on
person-no-date = no day yet
person-nothing-open = nothing
person-job = Job
person-time-in-job = In the job
person-service = Service
person-counted = { $counted } (since { $since }{ $leave ->
    [0] { "" }
    [one] ; { $leave } day of leave does not count
   *[other] ; { $leave } days of leave do not count
})
person-not-employed = Not employed today
person-employment = Employment
person-site = Site
person-unit = Unit
person-country = Country
person-work-mode = Work mode
person-certifications = Certifications
person-certification = Certification
person-issued = Issued
person-valid-until = Valid until
person-days-left = Days left
person-basis = Basis
person-standing = { $standing ->
    [verified] verified
    [claimed] claimed
    [revoked] revoked
   *[expired] expired
}
person-no-end = no end
person-languages = Languages
person-language = Language
person-level = Level
person-assessed = Assessed
person-training = Training
person-course = Course
person-completed = completed
person-booked = booked
person-withdrawn = given up
person-score = Score
person-results = Results
person-results-caption = Results by month
person-metric = Metric
person-metric-unit = { $unit ->
    [none] { $metric }
   *[other] { $metric }, { $unit }
}
person-reviews = Reviews
person-reviewed = Day
person-rating = Rating
person-skills = Skills
person-skill = Skill
person-assessor = Assessed by
person-activities = Activities
person-activity = Activity
person-last-year = In the last 12 months
person-latest = Latest
person-leave = Leave
person-first-day = First day
person-last-day = Last day
person-counts = Counts as service
person-yes-no = { $counts ->
    [yes] yes
   *[no] no
}
person-history = History
person-hired = Hired as { $job }
person-moved = Became { $job }
person-left = Last day
person-missing = none
person-table = { $title }, as a table
person-nothing = Nothing on record.
