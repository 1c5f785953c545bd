
## When there is no page to show

error-home = Go to what needs you
error-again = Try again
error-back = Go back to the page
error-hidden-kind = Not found
error-hidden-title = There is no such page for you
error-hidden = The address may be mistyped, the page may be gone, or it may be about somebody whom you do not see.
error-denied-kind = Not allowed
error-denied-title = You may not do this
error-denied = It is for { $who_may }. Ask whoever looks after accounts at your company if you need it.
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
error-refused = { $why }. Nothing was changed.
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
