
## Around every page

page-language = en
page-direction = ltr
page-breadcrumbs = Breadcrumbs
page-skip = Skip to the content
page-sign-out = Sign out
