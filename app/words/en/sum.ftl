
## How a finding adds up: a line each, and what comes of them

sum-in-job-since = In the job since
sum-service-since = Service since
sum-counted = Counted so far
sum-leave = Leave that does not count
sum-asked = Asked
sum-reached = Reached on
sum-metric = { $bound ->
    [at_least] at least { $amount } over { months }
   *[at_most] at most { $amount } over { months }
}
sum-aggregate = { $aggregate ->
    [minimum] Lowest
    [maximum] Highest
    [latest] Latest
   *[average] Average
}
sum-on-record = { $months ->
    [0] On record
   *[other] On record within { months }
}
sum-part = { $have } of { $of }
sum-missing = Still to do
sum-enough-until = Enough until
sum-at-least = at least { $number }
sum-reaching = Reviews that reach it
