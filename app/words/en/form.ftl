
## Around every form

form-problem = There is a problem
form-error = Error:
form-error-title = Error: { $title }
form-no-day = { $text } is no day, or could be two: write it as 28 Feb 2027
form-day-missing = Write the day, as 28 Feb 2027
