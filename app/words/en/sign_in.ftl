
## Signing in

sign-in-title = Sign in
sign-in-name = E-mail address or employee number
sign-in-password = Password
sign-in-button = Sign in
sign-in-wrong = The name or the password is not right.
sign-in-wait = Too many tries. Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} and try again.
