
## Accounts, for administrators

admin-accounts = Accounts
admin-table = All accounts
admin-leave = Leave it as it is
admin-search = What a name, number or e-mail address begins with
admin-search-button = Search
admin-nobody = No account begins like that. Search for less of it, or invite the person.
admin-none = –
admin-name = Name
admin-number = Employee number
admin-sign-in-name = Sign-in name
admin-state = State
admin-active = active
admin-invited = invited
admin-closed = closed
admin-access-title = Access
admin-access = { $access ->
    [hr_partner] HR partner
    [hr_lead] HR lead
    [auditor] Auditor
   *[administrator] Administrator
}
admin-access-for = { $access } for { $site }
admin-access-until = { $access }, until { $day }
admin-no-access = None beyond the own record and reports.
admin-from = First day
admin-from-hint = For example, 28 Feb 2027. Leave it empty for today.
admin-until = Last day
admin-until-hint = For example, 28 Feb 2027. Leave it empty for no end.
admin-give = Give access
admin-give-title = Give { $name } access
admin-give-why = Everywhere they are signed in they sign in anew.
admin-not-oneself = Nobody gives or ends their own access: another administrator does.
admin-site = Site
admin-site-hint = Only for an HR partner: the site whose people they look after, as it is written on people's records.
admin-no-access-chosen = Choose an access
admin-no-site = Enter the site: an HR partner has one
admin-site-not-for = Only an HR partner has a site: leave it empty
admin-ends-before = The last day is before the first
admin-ends-later = It ends by then already
admin-access-given = Access is given
admin-end = End
admin-end-title = End access: { $access }, { $name }
admin-end-why = Everywhere they are signed in they sign in anew.
admin-end-button = End this access
admin-last-day = Last day
admin-last-day-hint = For example, 28 Feb 2027. Leave it empty to end it now.
admin-access-ended = Access is ended
admin-signing-in = Signing in
admin-address = Make a one-time address
admin-address-why = By a one-time address the owner chooses a password. One from before can no longer be used.
admin-address-column = One-time address
admin-addresses = One-time addresses
admin-addresses-table = Addresses made now
admin-addresses-made = { $count ->
    [one] { $count } address is made
   *[other] { $count } addresses are made
}
admin-addresses-once = Print this page, or copy what is on it: nothing of it is kept, and it is not shown again. Each address works once, for 14 days.
admin-not-invited = Not invited
admin-no-such-person = There is nobody of this number
admin-invite = Invite people
admin-invite-who = Employee numbers or e-mail addresses
admin-invite-hint = One a line. With both on a line, number first, the person signs in by the e-mail address.
admin-invite-button = Make the invitations
admin-invite-nobody = Enter somebody to invite
admin-invite-too-many = Enter { $most } at most, and the others afterwards
admin-invite-unreadable = This line is no number, no e-mail address, and not both: { $line }
admin-reset = Forget the password, and open the account again
admin-reset-title = Forget the password of { $name }
admin-reset-warning = The password no longer works, and everywhere they are signed in they are signed out. The next page has a one-time address for a new one.
admin-reset-button = Forget the password
admin-close = Close the account
admin-close-title = Close the account of { $name }
admin-close-warning = Everywhere they are signed in they are signed out, and nobody signs in by it until its password is forgotten and a new one chosen.
admin-close-button = Close the account
admin-reason = Why
admin-reason-hint = It stands in the audit trail.
admin-no-reason = Enter why
admin-long-reason = Enter { $most } characters at most
admin-account-closed = The account is closed
admin-deputies = Deputies
admin-deputies-why = A deputy sees and does what the manager sees and does of reports, from a day to a day.
admin-deputies-of = Who stands in for { $name }
admin-deputies-none = Nobody.
admin-deputy-name = Name a deputy
admin-deputy-manager = Employee number of the manager
admin-deputy-who = Employee number of the deputy
admin-deputy-until-hint = For example, 28 Feb 2027.
admin-deputy-same = A deputy is somebody else
admin-deputy-no-end = Enter the last day: nobody stands in for ever
admin-deputy-named = The deputy is named
admin-deputy-ended = The deputy is no longer one
admin-deputy-no-manager = Enter the employee number of the manager
admin-deputy-nobody = Enter the employee number of the deputy
