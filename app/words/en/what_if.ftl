
## What if

what-if-title = What if
what-if-hint = Nothing is stored. The address of the page holds what you try.
what-if-change = Change { $place }
what-if-without = Remove change { $place }
what-if-what = What changes
what-if-nothing = Nothing
what-if-certifications = Earn a certification
what-if-courses = Complete a course
what-if-languages = Reach a level in a language
what-if-metrics = Have a result in a metric
what-if-other = Other
what-if-leave = Take a leave that does not count
what-if-on = On, or from
what-if-on-hint = A day such as 15 Jan 2027; of a metric, its first month, such as Jan 2027
what-if-until = Until
what-if-until-hint = The last day of a leave; the last month of a metric, if it is not the first
what-if-value = Level or value
what-if-value-hint = Of a language, such as B2; of a metric, such as 92.5
what-if-day = Look at a later day
what-if-day-hint = A day such as 1 Jun 2027; leave it empty to look at today
what-if-show = Show the answer
what-if-more = Add a change
what-if-caption = Today’s answer, and the answer with your changes
what-if-answer = Answer
what-if-criterion = What it asks
what-if-today = Today
what-if-with-changes = With your changes
what-if-no-difference = no difference
what-if-nothing-assumed = Choose what changes, and the answer with it stands here.
what-if-from = from { $day }
what-if-until-day = until { $day }
what-if-on-day = On { $day }:
what-if-eligible-then = eligible
what-if-not-eligible-then = not eligible
what-if-fault = { $fault ->
    [unknown_what] choose something from the list.
    [no_day] write a day such as 15 Jan 2027.
    [no_month] write a month such as Jan 2027.
    [before_first] the end comes before the beginning.
    [too_far] choose a day within ten years.
    [no_level] choose a level from A1 to C2, or native.
    [no_number] write a number such as 92.5.
    [not_later] choose a day after today.
   *[too_many] twelve changes at once are the most.
}
