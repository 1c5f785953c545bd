
## When there is no page to show

error-hidden-title = This page is not there
error-hidden = Either the address is wrong, or it is about somebody whom you do not see. Check the address, or go back to the start.
error-denied-title = You may not do this
error-denied = This is for { $who_may }. Ask them, or your administrator if you should be able to.
error-invalid-title = This does not make sense
error-invalid = { $problem }
error-refused-title = Something else comes first
error-refused = { $why }
error-wait-title = Too many tries
error-wait = Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} and try again.
error-elsewhere-title = This came from another site
error-elsewhere = Nothing was changed. If you meant to do it, do it from the page itself.
error-unavailable-title = The database cannot be reached
error-unavailable = Nothing you saved is lost. Try again in a minute.
error-internal-title = Something went wrong
error-internal = It is our mistake, and it is in the log. If it happens again, tell your administrator the incident number { $incident }.
