
## What was known at two moments, side by side

compare-title = What changed since
compare-see = See what changed since
compare-then = Then
compare-now = Now
compare-button = Compare
compare-known = { $known ->
    [consent] On consent, { $on }
    [decision] On the decision, { $on }
    [appeal] On the appeal, as of { $on }
    [corrected] As of { $on }, by what is known today
   *[now] Today, { $on }
}
compare-nothing = Nothing changed: the facts, the criteria and how each stands are the same.
compare-same = The same
compare-changed = Changed
compare-answer = The answer
compare-answer-caption = The answer, then and now
compare-what = What
compare-status = On the whole
compare-since = Eligible since
compare-earliest = Eligible from
compare-until = Eligible until
compare-criteria-of = Criteria in force since
compare-engine = Version of the engine
compare-none = none
compare-criteria = Each criterion
compare-criteria-caption = How each criterion stands, then and now
compare-criterion = Criterion
compare-not-asked = Not asked
compare-facts = Facts that changed
compare-facts-caption = Facts that were added, corrected or taken back
compare-facts-none = No fact changed that the answer rests on.
compare-fact = Fact
compare-fact-change = { $change ->
    [added] Added since
    [corrected] Corrected since
   *[gone] Taken back since
}
compare-asked = What is asked otherwise
compare-asked-caption = Criteria that changed
compare-asked-part = Part
compare-appeal = The appeal: as it was decided, and by what is known now
compare-appeal-more = Both are of { $on }, the day of the decision. On the left what was frozen then; on the right the same day with the facts as they are corrected.
compare-moved = Then and now, a table that can be moved sideways
