
## Signing in

sign-in-title = Sign in
sign-in-name = E-mail or employee number
sign-in-password = Password
sign-in-button = Sign in
sign-in-no-name = Enter your e-mail address or employee number
sign-in-no-password = Enter your password
sign-in-wrong = The sign-in name and the password do not go together
sign-in-wait = Too many tries. Wait { $seconds ->
    [one] { $seconds } second
   *[other] { $seconds } seconds
} and try again
sign-in-cannot = I cannot sign in
sign-in-help = You choose your password at the address of your invitation, which works once. Whoever looks after accounts at your company can send you a new one: ask your HR partner.
