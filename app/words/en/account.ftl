
## One's own account

account-title = Your account
account-password = Password
account-password-changed = The password is changed. Everywhere else you are signed out.
account-first-title = Choose a password
account-first-why = Somebody else knows the password that you have signed in with. From now on you sign in with your own.
account-first-button = Save and go on
account-change-title = Change the password
account-change-button = Change the password
account-current = Your password now
account-new = New password
account-new-hint = At least 12 characters. A sentence is good.
account-again = The same again
account-no-current = Enter your password as it is now
account-wrong-current = This is not your password now
account-password-short = The password is too short: 12 characters at least
account-password-long = The password is too long: 1,000 characters at most
account-password-name = The password contains the name that you sign in by
account-password-unchanged = The new password is the old one
account-password-differs = The two are not the same
account-sessions = Where you are signed in
account-sessions-caption = Sessions
account-since = Signed in
account-last-seen = Last seen
account-act = Act
account-this-session = this one
account-end-session = End
account-end-session-about = the session since { $since }
account-end-others = End all others
account-session-ended = The session is ended
account-others-ended = All other sessions are ended
account-data = My data
account-data-what = Your record as it was handed in, and how you stand on every track, as JSON. Pay, gender and year of birth are on no page, and not in it.
account-data-download = Download my data
account-kept-title = You were signed out before this was saved
account-kept-why = Nothing was changed, and nothing is lost. Send it now, or leave it.
account-kept-typed = What you had entered
account-kept-nothing-typed = There was nothing to enter: it was a button.
account-kept-send = Send it now
account-kept-discard = Leave it

## A one-time address

invitation-title = Choose a password
invitation-why = You sign in by { $name }, and from now on with the password that you choose here.
invitation-button = Save and sign in
invitation-over-kind = No longer valid
invitation-over-title = This address has been used, or its time is over
invitation-over = It works once, for 14 days, and only until a newer one is made. If you have chosen a password, sign in. If not, ask whoever looks after accounts at your company for a new address.

## How long ago

ago-seconds = just now
ago-minutes = { $minutes ->
    [one] { $minutes } minute ago
   *[other] { $minutes } minutes ago
}
ago-hours = { $hours ->
    [one] { $hours } hour ago
   *[other] { $hours } hours ago
}
ago-days = { $days ->
    [one] { $days } day ago
   *[other] { $days } days ago
}
