
## Around every page

page-language = en
page-direction = ltr
page-skip = Skip to the content
page-sign-out = Sign out
