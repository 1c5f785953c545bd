
## Home

home-title = Home
home-greeting = Good day, { $name }
home-needs = What is next for you
home-eligible = { $job }: eligible { $means ->
    [until] until { $on }
   *[since] since { $on }
}
home-eligible-more = All that is asked holds. From here on people decide: talk to your manager.
home-on-course = { $job } from { $on }, if nothing changes
home-on-course-more = Time does the rest, as far as it is known today.
home-step = Start by { $on }. { $job } hangs on it.
home-tracks = Your tracks
home-tracks-caption = Tracks that lead on from your job, with status and date
home-record = Your whole record
home-no-tracks-title = No track leads on from your job
home-no-tracks = From { $job } the ladder leads nowhere for you today.
home-see-ladder = See the ladder
home-team = Your team
home-team-all = Everyone and every track
home-team-people = { $people ->
    [0] Nobody
    [one] 1 person
   *[other] { $people } people
} { $standing ->
    [now] eligible now
    [soon] eligible within 90 days, if nothing changes
    [lapsing] eligible now, and no longer so within 90 days
   *[cannot-tell] of whom something is not known
}
home-waivers-waiting = { $count ->
    [one] 1 waits for your answer
   *[other] { $count } wait for your answer
}
home-lapsing = Lapsing within 90 days
home-lapsing-all = All of them
home-lapsing-none = Everyone whom you see and who is eligible now stays so for 90 days at least.
home-lapsing-caption = Who is eligible now, and until when
home-directory = Everyone whom you see
home-administrator = Accounts
home-administrator-more = Who can sign in, with which access, and from when until when.
home-accounts = Accounts and access
home-auditor = Audit
home-auditor-more = Every act is in the audit trail, sealed every second.
home-audit = Look through the audit trail
home-nothing-title = There is nothing here for you yet
home-nothing = Your account belongs to no employee and has no access. Your administrator can change that.
