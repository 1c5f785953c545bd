
## The eligibility timeline

timeline-title = When each criterion holds
timeline-today = Today, { $day } { month-name }
timeline-from = from { $on }
timeline-until = until { $on }
timeline-since = since { $on }
timeline-to-do = to do
timeline-no-day = no day yet
timeline-all = All of them: { $status ->
    [eligible] eligible
    [lapsing] eligible, but lapsing
    [on_course] on course
    [cannot_tell] cannot tell
    [needs_action] needs action
   *[not_applicable] does not apply
}
timeline-look = { $look ->
    [held] held so far
    [holds] holds on, if nothing changes
    [will] time will do it
    [booked] rests on a booking
    [waived] waived
    [claimed] if the claim is verified
    [unknown] not known
   *[planned] after the step, if started now
}
timeline-remark = { timeline-look }, from { $on }
timeline-planned = { $on }, if started now
timeline-legend = What the bars mean
timeline-as-table = The same as a table
timeline-caption = The days on which each criterion holds
timeline-criterion = Criterion
timeline-state = State
timeline-first = From
timeline-last = Until
timeline-meaning = What it is
timeline-move = { $job } from { $on }
timeline-open = open
timeline-never = never
timeline-withheld = earlier days are not shown to you
timeline-not-shown = not shown to you
