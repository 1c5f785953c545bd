## Several who are nominated at once

several-title = Nominate several
several-choose = Choose { $name }
several-chosen = Nominate those chosen
several-nobody = Nobody is chosen
several-nobody-more = Tick the people in the directory whom you want to nominate.
several-show = Show who can be nominated
several-outcome = What comes of it
several-accepted = Eligible today: a draft can begin.
several-none = For none of them a draft can begin today. Whoever is eligible on a later day can be nominated for it from their own answer.
several-start = Start { $count ->
    [1] one draft
   *[other] { $count } drafts
}
several-refused = What could begin has begun. The others did not, each for its own reason.
several-begun = The draft has begun: write the case
several-not-theirs = It is not yours to nominate them, or there is nobody of this number.
