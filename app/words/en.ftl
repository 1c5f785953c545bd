# Every sentence of Nextrung, in English.
#
# Order in what people read: the rule, your fact, the date. Never a percentage as the answer, never 0 for what is
# missing, never a promise, never a refusal without its reason; of conduct never kind, count or text.
#
# A variable that is a text may be "none", a variable that is a number may be 0: then it does not apply.
# $reader is "own" where people read about themselves; else $name is the person's name.


## Dates, durations, lists

month-name = { $month ->
    [1] Jan
    [2] Feb
    [3] Mar
    [4] Apr
    [5] May
    [6] Jun
    [7] Jul
    [8] Aug
    [9] Sep
    [10] Oct
    [11] Nov
   *[12] Dec
}
month = { month-name } { $year }
date = { $day } { month }
instant = { $date }, { $time }
weekday-date = { $weekday ->
    [1] Mon
    [2] Tue
    [3] Wed
    [4] Thu
    [5] Fri
    [6] Sat
   *[7] Sun
} { date }
in-days = { $days ->
    [0] today
    [one] in { $days } day
   *[other] in { $days } days
}
days-ago = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
days = { $days ->
    [one] { $days } day
   *[other] { $days } days
}
duration = { $months ->
    [0] { days }
   *[other] { $days ->
        [0] { months }
       *[other] { months } and { days }
    }
}
window = { $first ->
    [none] in { $last }
   *[other] from { $first } to { $last }
}
amount = { $unit ->
    [none] { $number }
   *[other] { $number } { $unit }
}
list-more = { $list }, { $item }
list-and = { $list } and { $item }
list-or = { $list } or { $item }


## Titles

status = { $status ->
    [eligible] Eligible
    [on_course] On course
    [cannot_tell] Cannot tell
    [needs_action] Needs action
   *[not_applicable] Does not apply
}
not-applicable = { $reason ->
    [not_employed] Not employed
    [not_in_from_job] In none of the jobs it leads from
   *[outside_where] Outside what it is for
}
state = { $state ->
    [met] Met
    [waived] Waived
    [unverified] Claimed, not verified
    [no_evidence] Nothing on record
    [insufficient] Too little on record
    [cannot_tell] Cannot tell
    [not_yet] Not yet
   *[unmet] Not met
}
kind = { $kind ->
    [tenure] Service
    [time_in_job] Time in job
    [certification] Certification
    [language] Languages
    [training] Training
    [metric] Results
    [rating] Reviews
    [skill] Skill
    [activity] Activity
    [clear_conduct] Conduct
    [employment] Employment
    [all] All of these
    [any] One of these
   *[at_least] Some of these
}
level = { $level ->
    [native] native level
   *[other] { $level }
}
employment-kind = { $kind ->
    [full_time] full time
    [part_time] part time
   *[gig] gig
}
work-mode = { $mode ->
    [on_site] on site
    [remote] remote
   *[hybrid] hybrid
}
track-kind = { $kind ->
    [promotion] Promotion
   *[lateral] Lateral move
}
assessor = { $assessor ->
    [manager] the manager
    [peer] a peer
   *[self] oneself
}
language = { $language ->
    [af] Afrikaans
    [am] Amharic
    [ar] Arabic
    [az] Azerbaijani
    [be] Belarusian
    [bg] Bulgarian
    [bn] Bengali
    [bs] Bosnian
    [ca] Catalan
    [cs] Czech
    [cy] Welsh
    [da] Danish
    [de] German
    [el] Greek
    [en] English
    [es] Spanish
    [et] Estonian
    [eu] Basque
    [fa] Persian
    [fi] Finnish
    [fil] Filipino
    [fr] French
    [ga] Irish
    [gl] Galician
    [gu] Gujarati
    [he] Hebrew
    [hi] Hindi
    [hr] Croatian
    [hu] Hungarian
    [hy] Armenian
    [id] Indonesian
    [is] Icelandic
    [it] Italian
    [ja] Japanese
    [ka] Georgian
    [kk] Kazakh
    [km] Khmer
    [kn] Kannada
    [ko] Korean
    [ky] Kyrgyz
    [lo] Lao
    [lt] Lithuanian
    [lv] Latvian
    [mk] Macedonian
    [ml] Malayalam
    [mn] Mongolian
    [mr] Marathi
    [ms] Malay
    [mt] Maltese
    [my] Burmese
    [nb] Norwegian Bokmål
    [ne] Nepali
    [nl] Dutch
    [nn] Norwegian Nynorsk
    [no] Norwegian
    [pa] Punjabi
    [pl] Polish
    [ps] Pashto
    [pt] Portuguese
    [ro] Romanian
    [ru] Russian
    [si] Sinhala
    [sk] Slovak
    [sl] Slovenian
    [so] Somali
    [sq] Albanian
    [sr] Serbian
    [sv] Swedish
    [sw] Swahili
    [ta] Tamil
    [te] Telugu
    [th] Thai
    [tl] Tagalog
    [tr] Turkish
    [uk] Ukrainian
    [ur] Urdu
    [uz] Uzbek
    [vi] Vietnamese
    [yue] Cantonese
    [zh] Chinese
    [zu] Zulu
   *[other] { $language }
}
language-variant = { language } ({ $variant })


## The rule alone: as a heading (criterion-…), and within a sentence, after "asks" (asked-…)

courses-both = { $all }, and { $any }
criterion-tenure = { $clock ->
    [hired_on] { months } of service since the latest hire
   *[service_date] { months } of service
}
criterion-time-in-job = { $jobs ->
    [none] { months } in the job
   *[other] { months } as { $jobs }
}
criterion-certification = { $titles }
criterion-certification-family = { $title } or above
criterion-language = { $except ->
    [none] { $count ->
        [one] { $count } language at { level-or-above }
       *[other] { $count } languages at { level-or-above }
    }
   *[other] { $count ->
        [one] { $count } language other than { $except } at { level-or-above }
       *[other] { $count } languages other than { $except } at { level-or-above }
    }
}
criterion-language-all = { $languages } at { level-or-above }
criterion-language-some = { $count } of { $languages } at { level-or-above }
level-or-above = { $level ->
    [native] native level
   *[other] { $level } or above
}
criterion-training = { $courses }{ $score ->
    [none] { "" }
   *[other] , with a score of at least { $score }
}{ $months ->
    [0] { "" }
   *[other] , completed within { months }
}
criterion-metric = { $bound ->
    [at_least] { $aggregate ->
        [minimum] { $metric } of at least { $amount } in the lowest of { months }
        [maximum] { $metric } of at least { $amount } in the highest of { months }
        [latest] { $metric } of at least { $amount } in the latest of { months }
       *[average] { $metric } of at least { $amount } over { months }
    }
   *[at_most] { $aggregate ->
        [minimum] { $metric } of at most { $amount } in the lowest of { months }
        [maximum] { $metric } of at most { $amount } in the highest of { months }
        [latest] { $metric } of at most { $amount } in the latest of { months }
       *[average] { $metric } of at most { $amount } over { months }
    }
}{ $min_months ->
    [0] { "" }
   *[other] , at least { $min_months } of them on record
}{ $min_sample ->
    [0] { "" }
   *[other] , on a sample of at least { $min_sample }
}
criterion-rating = { $reviews ->
    [1] Rating of at least { $rating } in the latest review
   *[other] Rating of at least { $rating } in the latest { $reviews } reviews
}
criterion-skill = { $assessor ->
    [manager] { $skill } at level { $level } or above
    [peer] { $skill } at level { $level } or above, as a peer sees it
   *[self] { $skill } at level { $level } or above, by self-assessment
}
criterion-activity = { $count ->
    [1] { $activity }, once
   *[other] { $activity }, { $count } times
}{ $months ->
    [0] { "" }
   *[other] { " " }within { months }
}
criterion-clear-conduct = Clear conduct for { months }
criterion-employment = Employed { $kinds }
criterion-all = All of { $parts }
criterion-any = Any of { $parts }
criterion-at-least = { $count } of { $parts } needed

asked-certification-family = { $sound ->
    [vowel] an { criterion-certification-family }
   *[consonant] a { criterion-certification-family }
}
asked-metric = { $sound ->
    [vowel] an
   *[consonant] a
} { $bound ->
    [at_least] { $aggregate ->
        [minimum] { $metric } of { $amount } in the lowest of { months }
        [maximum] { $metric } of { $amount } in the highest of { months }
        [latest] { $metric } of { $amount } in the latest of { months }
       *[average] { $metric } of { $amount } over { months }
    }
   *[at_most] { $aggregate ->
        [minimum] { $metric } of at most { $amount } in the lowest of { months }
        [maximum] { $metric } of at most { $amount } in the highest of { months }
        [latest] { $metric } of at most { $amount } in the latest of { months }
       *[average] { $metric } of at most { $amount } over { months }
    }
}{ $min_months ->
    [0] { "" }
   *[other] , at least { $min_months } of them on record
}{ $min_sample ->
    [0] { "" }
   *[other] , on a sample of at least { $min_sample }
}
asked-rating = { $reviews ->
    [1] a rating of { $rating } or better in the latest review
   *[other] a rating of { $rating } or better in the latest { $reviews } reviews
}
asked-activity = { $count ->
    [1] “{ $activity }” once
   *[other] “{ $activity }” { $count } times
}{ $months ->
    [0] { "" }
   *[other] { " " }within { months }
}
asked-clear-conduct = clear conduct for { months }
asked-employment = { $kinds } employment
asked-at-least = { $count } of: { $list }
asked-group = ({ $list })


## A finding in short: the rule, then the fact

finding-met = { $rule }: met{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
finding-waived = { $rule }: waived{ $until ->
    [none] { "" }
   *[other] { " " }until { $until }
}
finding-unverified = { $rule }: claimed, not verified yet
finding-no-evidence = { $rule }: nothing on record
finding-insufficient = { $rule }: too little on record
finding-cannot-tell = { $rule }: we cannot tell
finding-not-yet = { $rule }: from { $on } if nothing changes
finding-unmet = { $rule }: not met
finding-not-employed = { $rule }: not employed
finding-not-in-job = { $rule }: in no such job

finding-service = { $rule }: { $counted }{ $leave ->
    [0] { "" }
    [one] , { $leave } day of leave not counted
   *[other] , { $leave } days of leave not counted
}
finding-service-so-far = { $rule }: { $counted } so far{ $leave ->
    [0] { "" }
    [one] , { $leave } day of leave not counted
   *[other] , { $leave } days of leave not counted
}
finding-certification = { $rule }: { $title }{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
finding-certification-claimed = { $rule }: { $title } claimed, not verified yet
finding-certification-expired = { $rule }: { $title } was valid until { $until }
finding-certification-revoked = { $rule }: { $title } revoked on { $on }
finding-certification-none = { $rule }: none on record
finding-language = { $rule }: { $languages }{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
finding-language-part = { $rule }: { $have } of { $needed }: { $languages }
finding-language-part-claimed = { $rule }: { $have } of { $needed }: { $languages }; { $claimed } claimed, not verified yet
finding-language-claimed = { $rule }: { $claimed } claimed, not verified yet
finding-language-none = { $rule }: none at that level on record
finding-training = { $rule }: completed{ $until ->
    [none] { "" }
   *[other] , counts until { $until }
}
finding-training-booked = { $rule }: booked for { $on }
finding-training-part = { $rule }: { $courses } still to do
finding-training-none = { $rule }: still to do
finding-metric = { $rule }: { $value } { $window }
finding-metric-none = { $rule }: nothing on record { $window }
finding-metric-months = { $rule }: { $have } of { $months } months on record{ $min_months ->
    [0] { "" }
   *[other] , { $min_months } needed
}
finding-metric-sample = { $rule }: { $sample ->
    [0] no sample on record
   *[other] a sample of { $sample } on record
}, { $min_sample } needed
finding-rating = { $rule }: { $reviews ->
    [1] the latest is { $rating }
   *[other] { $reaching ->
        [0] none of the latest { $reviews } reviews, the latest is { $rating }
       *[other] { $reaching } of the latest { $reviews } reviews, the latest is { $rating }
    }
}
finding-rating-none = { $rule }: no review on record
finding-rating-few = { $rule }: { $have } of { $reviews } reviews on record
finding-skill = { $rule }: level { $level }
finding-skill-none = { $rule }: no assessment on record
finding-activity = { $rule }: { $count } on record{ $until ->
    [none] { "" }
   *[other] , enough until { $until }
}
finding-activity-so-far = { $rule }: { $count ->
    [0] none on record
   *[other] { $count } so far
}
finding-conduct = { $rule }: clear
finding-conduct-from = { $rule }: clear from { $on }
finding-conduct-open = { $rule }: not clear, and no end is set
finding-employment = { $rule }: { $kind }
finding-group = { $rule }: { $met ->
    [0] none met
   *[other] { $met } met
}{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
finding-group-not-yet = { $rule }: { $met ->
    [0] none met yet
   *[other] { $met } met
}, from { $on } if nothing changes
finding-group-cannot-tell = { $rule }: { $met ->
    [0] none met
   *[other] { $met } met
}, and we cannot tell about the rest


## What to do

action-certification = Earn { $titles }
action-certification-family = { $sound ->
    [vowel] Earn an { criterion-certification-family }
   *[consonant] Earn a { criterion-certification-family }
}
action-training = { $score ->
    [none] Complete { $courses }
   *[other] Complete { $courses } with a score of at least { $score }
}
action-language = { $count ->
    [one] Bring { $count } more language to { level }
   *[other] Bring { $count } more languages to { level }
}{ $nearest ->
    [none] { "" }
   *[other] { " " }(nearest: { $nearest })
}
action-language-of = Bring { $count } more of { $languages } to { level }{ $nearest ->
    [none] { "" }
   *[other] { " " }(nearest: { $nearest })
}
action-language-all = Bring { $languages } to { level }
action-metric = { $bound ->
    [at_least] Keep { $metric } at { $amount } or better
   *[at_most] Keep { $metric } at { $amount } or less
} for { $months ->
    [one] { $months } whole month
   *[other] { $months } whole months
}
action-rating = { $reviews ->
    [1] Reach a rating of { $rating } or better in the next review
   *[other] Reach a rating of { $rating } or better in { $reviews } reviews in a row
}
action-skill = { $assessor ->
    [manager] Be assessed by the manager at level { $level } or above in { $skill }
    [peer] Be assessed by a peer at level { $level } or above in { $skill }
   *[self] Assess yourself at level { $level } or above in { $skill }
}
action-activity = { $missing ->
    [one] Complete “{ $activity }” { $missing } more time
   *[other] Complete “{ $activity }” { $missing } more times
}
action = Work on { $asked }


## A finding in full: the rule, your fact, the date

explanation-met = Met{ $since ->
    [none] { "" }
   *[other] { " " }since { $since }
}{ $until ->
    [none] { "" }
   *[other] , until { $until }
}. { $job } asks { $asked }. { $fact }
explanation-expiring = Met, until { $until }: { $reader ->
    [own] your { $title }
   *[other] { $name }'s { $title }
} expires { $days ->
    [0] then. { $reader ->
        [own] Renew in time
       *[other] They have to renew it in time
    } to keep it.
   *[other] { days } before the cut-off. { $reader ->
        [own] Renew
       *[other] They have to renew it
    } to stay eligible.
}
explanation-waived = Waived{ $until ->
    [none] { "" }
   *[other] , until { $until }
}. { $job } asks { $asked }. It does not stand against { $reader ->
    [own] you
   *[other] { $name }
}{ $until ->
    [none] .
   *[other] { " " }until then.
}
explanation-not-yet = Not yet. { $job } asks { $asked }. { $fact } { $reader ->
    [own] You
   *[other] They
} reach it on { $on } if nothing changes.
explanation-unmet = Not met. { $job } asks { $asked }. { $fact }

unknown-claimed = We cannot tell. It asks { $asked }; what is claimed is not verified yet.
unknown-certification = We cannot tell. It asks { $asked }; { $reader ->
    [own] your { $title }
   *[other] { $name }'s { $title }
} is claimed, but not verified yet.
unknown-language = We cannot tell. It asks { $asked }; the level in { $claimed } is claimed, but not verified yet.
unknown-metric = We cannot tell. It asks { $asked }; nothing is on record { $window }.
unknown-metric-months = We cannot tell. It asks { $asked }; { $have } of { $months } months { $have ->
    [one] is
   *[other] are
} on record.
unknown-metric-sample = We cannot tell. It asks { $asked }; { $sample ->
    [0] no sample is on record.
   *[other] a sample of { $sample } is on record.
}
unknown-rating = We cannot tell. It asks { $asked }; no review is on record.
unknown-rating-few = We cannot tell. It asks { $asked }; { $have } of { $reviews } reviews { $have ->
    [one] is
   *[other] are
} on record.
unknown-skill = We cannot tell. It asks { $asked }; no assessment is on record.
unknown-group = We cannot tell. It asks { $asked }; { $met ->
    [0] none of the { $parts } is met
    [one] { $met } of the { $parts } is met
   *[other] { $met } of the { $parts } are met
}, and we cannot tell about the rest.
unknown = We cannot tell. It asks { $asked }; too little is on record.

fact-service = { $reader ->
    [own] You have
   *[other] { $name } has
} { $counted } (since { $since }{ $leave ->
    [0] { "" }
    [one] ; { $leave } day of leave does not count
   *[other] ; { $leave } days of leave do not count
}).
fact-not-employed = { $reader ->
    [own] You are
   *[other] { $name } is
} not employed on { $on }.
fact-not-in-job = { $reader ->
    [own] You are
   *[other] { $name } is
} in no such job on { $on }.
fact-certification = { $reader ->
    [own] You hold
   *[other] { $name } holds
} { $title }.
fact-certification-expired = { $reader ->
    [own] Your
   *[other] { $name }'s
} { $title } was valid until { $until }.
fact-certification-revoked = { $reader ->
    [own] Your
   *[other] { $name }'s
} { $title } was revoked on { $on }.
fact-certification-none = None is on record.
fact-language = { $reader ->
    [own] You have
   *[other] { $name } has
} { $languages }.
fact-language-part = { $reader ->
    [own] You have
   *[other] { $name } has
} { $have } of { $needed }: { $languages }.
fact-language-part-claimed = { $reader ->
    [own] You have
   *[other] { $name } has
} { $have } of { $needed }: { $languages }; the level in { $claimed } is claimed, but not verified yet.
fact-language-claimed = The level in { $claimed } is claimed, but not verified yet.
fact-language-none = None is on record at that level.
fact-training = { $reader ->
    [own] You have
   *[other] { $name } has
} completed it.
fact-training-booked = It is booked for { $on }.
fact-training-part = Still to do: { $courses }.
fact-training-none = { $reader ->
    [own] You have
   *[other] { $name } has
} it still to do.
fact-metric = { $reader ->
    [own] You have
   *[other] { $name } has
} { $value } { $window }.
fact-rating = { $reviews ->
    [1] { $reader ->
        [own] Your latest rating is { $rating }.
       *[other] { $name }'s latest rating is { $rating }.
    }
   *[other] { $reaching ->
        [0] None of the latest { $reviews } reviews reaches it; the latest rating is { $rating }.
        [one] { $reaching } of the latest { $reviews } reviews reaches it; the latest rating is { $rating }.
       *[other] { $reaching } of the latest { $reviews } reviews reach it; the latest rating is { $rating }.
    }
}
fact-skill = { $reader ->
    [own] You were
   *[other] { $name } was
} last assessed at level { $level }.
fact-skill-none = No assessment is on record.
fact-activity = { $count ->
    [0] None is on record.
   *[other] { $reader ->
        [own] You have { $count } on record.
       *[other] { $name } has { $count } on record.
    }
}
fact-conduct = The record is clear.
fact-conduct-not-yet = The record is not clear yet.
fact-conduct-open = The record is not clear, and no end is set.
fact-employment = { $reader ->
    [own] Your employment
   *[other] { $name }'s employment
} is { $kind }.
fact-group = { $met ->
    [0] None of the { $parts } is met.
    [one] { $met } of the { $parts } is met.
   *[other] { $met } of the { $parts } are met.
}
fact-holds = It holds on { $on }.
fact-holds-not = It does not hold on { $on }.


## A track's answer

headline-eligible = Eligible since { $since }{ $until ->
    [none] { "" }
   *[other] , until { $until }
}
headline-on-course = Not yet: from { $on } if nothing changes{ $verified ->
    [none] { "" }
   *[other] ; from { $verified } if what is claimed is verified
}{ $known ->
    [none] { "" }
   *[other] ; from { $known } if what is not known holds
}
headline-cannot-tell = We cannot tell: it hangs on { $criteria }{ $verified ->
    [none] { "" }
   *[other] ; from { $verified } if what is claimed is verified
}{ $known ->
    [none] { "" }
   *[other] ; from { $known } if what is not known holds
}
headline-needs-action = Not eligible yet: someone has to act on { $criteria }
headline-not-employed = Does not apply: { $reader ->
    [own] you are
   *[other] { $name } is
} not employed on { $on }
headline-not-in-from-job = Does not apply: it leads from { $jobs } to { $job }, and { $reader ->
    [own] you are
   *[other] { $name } is
} in no such job on { $on }
headline-outside-where = Does not apply: it is only for { $limits }, and { $reader ->
    [own] you are outside
   *[other] { $name } is outside
}
limit-site = the site { $list }
limit-country = the country { $list }
limit-unit = the unit { $list }
limit-work-mode = work { $list }


## The plan

plan = { $reader ->
    [own] If you start now
   *[other] If { $name } starts now
}, the earliest day is { $on }, with { $steps ->
    [one] { $steps } step.
   *[other] { $steps } steps.
}
plan-waiting = Nothing has to be started: time does the rest by { $on }, if nothing changes.
plan-nothing = Nothing has to be done: every criterion holds on { $on }.
plan-lapsing = Nothing has to be done to be eligible now. It ends on { $on } unless this goes on to hold: { $criteria }.
plan-blocked = No day can be named: nothing that can be started now settles { $criteria }.
plan-disjoint = No day can be named: each criterion has days on which it holds, but they share none.
plan-not-applicable = No plan: the track does not apply on { $on }.
step = { $action }. { step-start }
step-start = Start by { $start_by }{ $days ->
    [0] .
    [one] : it takes { $days } day.
   *[other] : it takes { $days } days.
}


## The facts that decided. Of conduct none is told.

evidence-service-date = Service date { $on }
evidence-employment = Employed { $kind } { $until ->
    [none] since { $from }
   *[other] from { $from } until { $until }
}
evidence-assignment = { $job } { $until ->
    [none] since { $from }
   *[other] from { $from } until { $until }
}
evidence-leave = Leave that does not count, { $until ->
    [none] since { $from }
   *[other] from { $from } until { $until }
}
evidence-certification = { $title }, issued on { $on }{ $until ->
    [none] { "" }
   *[other] , valid until { $until }
}{ $revoked ->
    [none] { "" }
   *[other] , revoked on { $revoked }
}{ $basis ->
    [claimed] , claimed
   *[verified] { "" }
}
evidence-language = { $language } at { level }, assessed on { $on }{ $until ->
    [none] { "" }
   *[other] , valid until { $until }
}{ $basis ->
    [claimed] , claimed
   *[verified] { "" }
}
evidence-completion = { $course }, completed on { $on }{ $score ->
    [none] { "" }
   *[other] , score { $score }
}
evidence-booking = { $course }, booked for { $on }
evidence-metric = { $metric } { $value } in { $month }{ $sample ->
    [0] { "" }
   *[other] , on a sample of { $sample }
}
evidence-review = Rating { $rating } on { $on }
evidence-skill = { $skill } at level { $level } on { $on }
evidence-activity = { $activity } on { $on }{ $count ->
    [1] { "" }
   *[other] , { $count } times
}
evidence-waiver = Waived from { $from } until { $until }
