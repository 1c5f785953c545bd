
## Around every page

page-language = en
page-direction = ltr
page-description = See your next rung, and exactly what stands between you and it.
page-breadcrumbs = Breadcrumbs
page-skip = Skip to the content
page-sign-out = Sign out
page-navigation = Main
page-home = Home
page-my-record = My record
page-team = Team
page-people = People
page-ladder = Ladder
page-news = News ({ $unread })
page-imports = Imports
page-accounts = Accounts
page-audit = Audit
page-account = Account
page-as-of = Days as of
page-times-of = Times in { $zone }
page-pages = Pages
page-first = First page
page-next = Next page
