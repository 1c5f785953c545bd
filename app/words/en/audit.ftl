
## The audit trail

audit-title = Audit trail
audit-lead = Everything that was done, the latest first. Nothing of it can be changed: each entry is sealed into a chain.
audit-act = { $act ->
    [import_applied] An import was applied
    [import_undone] An import was undone
    [mapping_saved] A mapping was saved
    [fact_corrected] A fact was corrected
    [ladder_published] A ladder was published
    [account_added] An account was added
    [account_invited] Somebody was invited
    [account_disabled] An account was closed
    [account_reset] An account was reset
    [access_granted] Access was given
    [access_ended] Access was ended
    [deputy_named] A deputy was named
    [deputy_ended] A deputy's days were cut short
    [nomination] A step of a nomination was taken
    [review_noted] A reviewer noted something
    [reviewer_recused] A reviewer stood aside
    [hold_placed] Moves were put on hold
    [hold_renewed] A hold was renewed
    [hold_ended] A hold was ended
    [move_planned] A move was planned
    [move_made] A move was made
    [move_called_off] A move was called off
    [move_not_made] A move was not made
    [waiver_asked] A waiver was asked for
    [waiver_granted] A waiver was granted
    [waiver_refused] A waiver was refused
    [waiver_ended] A waiver was ended
    [password_changed] A password was changed
    [sessions_ended] Sessions were ended
    [signed_in] Somebody signed in
    [signed_out] Somebody signed out
    [assessments_updated] Assessments were brought up to date
    [day_swept] All assessments were up to date for a day
    [time_zone_set] The company's time zone was set
    [demo_begun] The demonstration began
   *[other] { $act }
}
audit-act-label = What happened
audit-any-act = Anything
audit-actor = Done by
audit-actor-hint = The name they sign in by
audit-person = About the person
audit-person-hint = An employee number
audit-from = From
audit-until = Until
audit-find = Search
audit-all = Show the whole trail
audit-export = Export these as CSV
audit-none-title = Nothing was found
audit-none = Nothing in the trail is all that you asked for.
audit-ends-before = The last day is before the first
audit-caption = Audit trail, the latest first
audit-moved = Audit trail, a table that can be moved sideways
audit-when = When
audit-when-utc = When, in UTC
audit-about = About
audit-by-program = the program itself
audit-for = { $actor } for { $behalf }
audit-about-person = { $name } ({ $number })
audit-about-kind = { $kind ->
    [account] an account
    [change] an import or a change
    [employee] a person
    [ladder] a ladder
    [nomination] a nomination
   *[company] the company
}
audit-entry = Entry
audit-request = Request
audit-link = Place in the chain
audit-link-none = It waits to be sealed
audit-hash = Seal
audit-detail = What is on record
audit-field = { $field ->
    [access] Access
    [account] Account
    [grant] Access given
    [change] Change
    [employee] Person
    [manager] Manager
    [deputy] Deputy
    [stands_in] Who stands in
    [ladder] Ladder
    [nomination] Nomination
    [track] Track
    [move_id] Move
    [job] Job
    [effective_on] Takes effect on
    [step] Step
    [state] State it came to
    [evidence] SHA-256 of the evidence
    [site] Site
    [from_on] From
    [until_on] Until
    [reason] Reason
    [reasons] Reasons
    [counts] Counts
    [name] Name
    [digest] SHA-256
    [kind] Kind of fact
    [key] Which one
    [sign_in_name] Signs in as
    [versions] New versions
    [day] Day
    [people] People
    [from_zone] Time zone before
    [zone] Time zone
   *[other] { $field }
}
audit-nothing = nothing
audit-changed = What was changed
audit-before = Before
audit-after = After
audit-withheld = withheld: { $columns }
audit-verify-title = Verify the trail
audit-verify-lead = Walks through the whole trail and names the first entry that is not what was sealed.
audit-verify-head = A head that you noted earlier
audit-verify-head-hint = As NUMBER:HASH, as it was told then; leave it empty if you have none
audit-verify-no-head = A head is a number, a colon and 64 digits from 0 to f
audit-verify-button = Verify
audit-verify-whole = The trail is whole
audit-verify-broken = The trail is broken
audit-verify-sealed = Sealed entries that hold
audit-verify-waiting = Entries that wait to be sealed
audit-verify-note = Note the head where nobody of the database's gets to, and give it the next time.
audit-verify-note-label = Head
audit-checkpoints = Checkpoints
audit-checkpoints-more = Whoever can write to every table can make the whole trail anew, every hash right. That is found by a head that was noted, or better by a checkpoint: where the trail stands, signed by the operator with a key that is kept where the database is not. Ask for one now and then, keep it, and hold it against the trail later; no server is needed for its signature.
audit-checkpoints-file = To hold the trail against a checkpoint without the database, ask the operator for the whole of it as a file. The CSV of the audit page cannot be: it is for reading, and has only what was looked for.
audit-checkpoints-export = The operator takes it out
audit-checkpoints-take = The operator signs
audit-checkpoints-verify = Whoever has it verifies
audit-checkpoints-head = The head in a checkpoint can be given above, too.
audit-tampering = { $tampering ->
    [changed] An entry, or the seal before it, was changed.
    [dropped] An entry is gone.
    [inserted] An entry was inserted that was never recorded.
    [reordered] An entry was put there from another place.
    [truncated] The entries from here on are gone.
   *[rewritten] The chain was made anew: it does not hold the head that was noted.
}
audit-at = Number { $number }: { $what }
