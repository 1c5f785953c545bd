
## When there is no page to show

error-home = Go to what needs you
error-again = Try again
error-back = Go back to the page
error-hidden-kind = Not found
error-hidden-title = There is no such page for you
error-hidden = The address may be mistyped, the page may be gone, or it may be about somebody whom you do not see.
error-denied-kind = Not allowed
error-denied-title = You may not do this
error-denied = { $act ->
    [import] It is for an HR lead.
    [publish_ladder] It is for an HR lead.
    [correct_fact] It is for HR of that person's site, and nobody does it for themselves.
    [manage_accounts] It is for an administrator.
    [give_access] It is for an administrator, and nobody does it for themselves.
    [manage_own_account] It is for whoever owns the account.
    [manage_company] It is for an administrator.
    [audit] It is for an auditor.
    [back_up] It is for an administrator.
    [hold] It is for a manager in the line, or who stands in for one.
    [renew_hold] It is for HR of that person's site, and nobody does it for themselves.
    [record_move] It is for HR of that person's site, and nobody does it for themselves.
    [waive] It is for HR of that person's site, and nobody does it for themselves.
    [review] It is for HR partners and HR leads.
    [note] It is for HR of that person's site, who neither nominated nor leads the candidate and does not stand aside.
    [stand_aside] It is for HR of that person's site, who is neither nominator nor candidate.
    [start] It is for a manager in the line, or who stands in for one.
    [show_interest] It is for the employee.
    [ask_hr] It is for the employee.
    [appeal] It is for the employee.
    [consent] It is for the candidate.
    [refuse] It is for the candidate.
    [endorse] It is for the direct manager, or who stands in for them; for HR of that site, where HR was asked.
    [decline_interest] It is for the direct manager, or who stands in for them; for HR of that site, where HR was asked.
    [edit_case] It is for who started the nomination.
    [discard] It is for who started the nomination.
    [propose] It is for who started the nomination.
    [withdraw] It is for the nominator or the candidate.
    [take_up] It is for HR of that person's site, who is neither nominator nor candidate and does not stand aside.
    [return] It is for HR of that person's site, who is neither nominator nor candidate and does not stand aside.
    [approve] It is for HR of that person's site, who is neither nominator nor candidate, has asked for no waiver in it and does not stand aside.
    [decline] It is for HR of that person's site, who is neither nominator nor candidate, has asked for no waiver in it and does not stand aside.
    [ask_waiver] It is for who started the nomination, or took it up for review.
    [grant_waiver] It is for HR of that person's site, who is neither nominator nor candidate, has not asked for the waiver and does not stand aside.
    [refuse_waiver] It is for HR of that person's site, who is neither nominator nor candidate, has not asked for the waiver and does not stand aside.
    [call_off] It is for an HR lead.
    [uphold] It is for an HR lead who had no part in it and does not stand aside.
    [grant_appeal] It is for an HR lead who had no part in it and does not stand aside.
   *[other] The program does it by itself.
} Ask whoever looks after accounts at your company if you need it.
error-invalid-kind = Not saved
error-invalid-title = What was sent makes no sense
error-invalid = { $problem }. Nothing was changed.
error-malformed-kind = Not understood
error-malformed-title = What was sent could not be read
error-malformed = Nothing was changed. Go back to the page, load it again, and send the form once more.
error-large-kind = Too large
error-large-title = What was sent is too large
error-large = Nothing was changed. Send it in smaller pieces.
error-method-kind = Not here
error-method-title = This address is not for that
error-method = Nothing was changed. Go to the page itself, and use what it offers.
error-refused-kind = Not now
error-refused-title = Something else comes first
error-refused = { $why } Nothing was changed.
error-obstacle = { $what ->
    [no_sign_in_name] An account has a name to sign in by: an e-mail address or a number.
    [has_account] { $about } has an account, or the person has one by another name.
    [closed] { $about } is closed: reset it first.
    [closed_already] { $about } is closed already.
    [has_left] { $about } belongs to somebody who has left.
    [no_such_access] { $about } has no such access after that day.
    [partner_without_site] An HR partner has a site.
    [site_is_for_partners] Only an HR partner's access is for a site.
    [access_ends_before] Access ends on its first day or later.
    [no_deputy] A deputy is somebody else, and ends on the first day or later.
    [no_such_deputy] That person does not stand in for that manager after that day.
    [others_add_accounts] Somebody else is adding accounts.
    [no_mapping_name] A name has 1 to { $about } letters.
    [no_reason] A correction has a reason.
    [changes_by_move] Who works where and for whom changes by a move, or by the feed.
    [known_already] That is what is known already.
    [being_applied] { $about } is being applied: wait until it is done.
    [being_worked_on] { $about } is being worked on: wait until it is done.
    [thrown_away] { $about } was thrown away.
    [ladder_before_import] A ladder was published meanwhile: check the file again.
    [ladder_before_ladder] Another ladder was published meanwhile: look at what it changes, and do it again.
    [taken_for_dead] It was taken for dead, and what it had prepared is gone: do it again.
    [others_write] Others keep writing to the people of this import: do it again when they are done.
    [fewer] There are more than 10 % fewer rows than last time: look at them first.
    [corrected_later] Something rests on it: later changes corrected or ended { $about } of its facts.
    [people_in_use] Something rests on it: people who came with it have sign-ins, reports or deputies by now.
    [said_otherwise] Something rests on it: later changes say something else of the same.
    [more_known] Something rests on it: more became known of { $about } since.
    [day_has_begun] The company’s day has begun, and in { $about } it is still the day before: no day begins twice. Set it when it is the same day in both.
    [no_demonstration] This database holds a company that is not the demonstration.
   *[ladder] The ladder will not do: { $about }
}
error-wait-kind = Not now
error-wait-title = Too many tries
error-wait = Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} and try again.
error-elsewhere-kind = Not allowed
error-elsewhere-title = This came from another site
error-elsewhere = Nothing was changed. If you meant to do it, do it from the page itself.
error-unavailable-kind = Not available right now
error-unavailable-title = Nextrung cannot reach its database
error-unavailable = It recovers by itself. Try again in a minute; what you had typed is still in the form when you go back.
error-internal-kind = Something went wrong
error-internal-title = This page could not be made
error-internal = It is not your doing, and nothing was changed. Whoever runs Nextrung finds what happened under this number:
