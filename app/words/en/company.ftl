
## The company as a whole

company-title = Company
company-zone = Time zone
company-today = The company's day
company-clocks = Clocks there
company-set-title = Set the time zone
company-set-why = The company's day begins at midnight in its time zone. It decides what everybody is told, and times on pages are told in it.
company-set-hint = A region and a city, for example Asia/Kolkata. The day only goes forward: a time zone is taken once today has begun there.
company-set = Set the time zone
company-set-done = The time zone is { $zone }
company-set-already = The time zone is { $zone } already: nothing was changed
company-no-zone = Enter a time zone
company-unknown-zone = There is no time zone { $typed }: { $near ->
    [none] enter a region and a city
   *[other] is it { $near }?
}
