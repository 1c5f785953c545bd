
## Imports

imports-title = Imports
imports-list = What was loaded
imports-caption = Imports, the latest first
imports-file = File
imports-at = When
imports-by = By
imports-by-you = you
imports-by-program = the command line
imports-changed = Changed
imports-state = State
imports-none-title = Nothing was loaded yet
imports-none = Load a bundle or an export: nothing changes before you have seen the difference.
imports-older = Older imports
imports-newest = The latest imports
imports-pages = Pages of the list
imports-unnamed = An import
imports-stage = { $stage ->
    [arriving] not checked yet
    [unmapped] waits for a mapping
    [checking] is being checked
    [checked] checked, waits for you
    [applying] is being applied
    [stopped] stopped, nothing was changed
    [undone] undone
   *[applied] applied
}

imports-load = Load a file
imports-bundle = Bundle or export
imports-bundle-hint = A .zip of a bundle, its CSV files together, or one CSV file of another system; { $most } MiB at most. Nothing changes before you have seen the difference.
imports-mapping = Mapping
imports-mapping-hint = How the columns of another system’s file are read
imports-mapping-none = None: it is a bundle, or I will map it next
imports-mapping-file = Or a mapping file
imports-mapping-file-hint = A TOML file; it goes before the one chosen above
imports-replace = What a missing row means
imports-replace-hint = Nothing: rows are added or corrected. Tick a file that is the whole truth of its kind: what is missing from it ends. With more than 10 % fewer rows than last time you are asked first.
imports-replace-files = Files that are the whole truth
imports-check = Check it
imports-no-file = Choose a file.
imports-empty = { $name } is empty. Choose another file.
imports-several-exports = A mapping reads one file. Choose one, or no mapping.
imports-not-of-a-bundle = { $name } is no file of a bundle. Together with others there can only be files of a bundle, by their names.
imports-full = This is more than { $most } MiB. Load it in parts, or with “nextrung import” on the server.
imports-mapping-long = The mapping has more than 64 KiB. Choose a TOML file.
imports-broke-off = The file did not arrive whole. Send it again.

imports-kind = { $kind ->
    [employees] Employees
    [pay] Pay
    [identity] Gender and birth year
    [employments] Employments
    [assignments] Jobs held
    [leaves] Leaves
    [certifications] Certifications
    [languages] Languages
    [trainings] Training
    [metrics] Metrics
    [reviews] Reviews
    [skills] Skills
    [activities] Activities
    [conduct] Conduct
    [waivers] Waivers
   *[other] { $kind }
}
imports-what = { $what ->
    [added] New
    [corrected] Corrected
    [confirmed] Confirmed
    [ended] Ended
    [conflict] Conflict
   *[other] { $what }
}

imports-checked-title = { $name }: what would change
imports-checked = Checked on { $at }, nothing is applied yet
imports-counts-people = People
imports-counts-rows = Rows read
imports-counts-new-people = New people
imports-counts-added = New
imports-counts-corrected = Corrected
imports-counts-confirmed = Confirmed
imports-counts-ended = Ended
imports-counts-unchanged = The same
imports-counts-conflicts = Conflicts
imports-counts-refused = Rows with a problem
imports-counts-taken = Rows taken
imports-counts-skipped = Rows skipped
imports-apply = { $changes ->
    [one] Apply the change
   *[other] Apply all { $changes } changes
}
imports-discard = Throw it away
imports-again = Check it again
imports-map = Look at the mapping
imports-nothing-title = Nothing would change
imports-nothing = All of it is known already.
imports-kinds = Kind by kind
imports-kinds-column = Kind
imports-changes = What changes
imports-changes-first = The first { $most } are listed.
imports-person = Person
imports-what-column = What
imports-now = Now
imports-then = Then
imports-absent = none
imports-withheld-row = not shown
imports-withheld = { $columns } (not shown)
imports-conflicts = { $conflicts ->
    [one] 1 conflict
   *[other] { $conflicts } conflicts
}
imports-conflicts-why = Corrected or decided here and contradicted by the file: here wins until the file’s own value changes.
imports-here = Here
imports-in-file = In the file
imports-more = Next lines
imports-first = First lines
imports-notes = Worth knowing
imports-note-other-ladder = The bundle’s own ladder.toml is not the ladder in force, and is left aside.
imports-note-stranger = { $file }: { $reason }
imports-note-ignored = { $file }: the column { $column } is not known and is ignored.
imports-note-left-empty = Line { $line }: { $reason }
imports-note-new-job = “{ $title }” becomes a new job, { $code } ({ $rows ->
    [one] 1 row
   *[other] { $rows } rows
}).
imports-note-mapped = { $rows } rows: { $taken } taken, { $skipped } skipped, { $refused } with a problem.

imports-fewer = Fewer rows than last time
imports-fewer-line = { $kind }: { $rows } rows where the last import had { $last }. What is missing ends.
imports-fewer-accept = It is right that there are fewer rows
imports-fewer-error = Tick that it is right, or throw the file away: it has more than 10 % fewer rows than last time.

imports-refused-title = { $name } cannot be loaded yet
imports-refused-lead = Nothing was changed: all of it goes in, or nothing. Mend these in the file and load it again.
imports-refused = { $problems ->
    [one] 1 problem
   *[other] { $problems } problems
}
imports-refused-more = And { $more } more, which are not listed.
imports-line = Line
imports-column = Column
imports-wrong = What is wrong

imports-checking-title = { $name } is being checked
imports-applying-title = { $name } is being applied
imports-running = This page looks again by itself every few seconds. You can leave it: the work goes on.
imports-running-step = Now at { $step }, { $rows }
imports-look-again = Look again now
imports-dead-title = { $name } was not finished
imports-dead = The server stopped in the middle. Nothing was changed. Check it again.
imports-stopped-title = { $name } was not loaded
imports-stopped = Nothing was changed: { $why }
imports-stopped-incident = Nothing was changed. It is our mistake, and it is in the log. If it happens again, tell your administrator the incident number { $incident }.
imports-known-title = { $name }: nothing changed
imports-known = All of it was known already, so there is no import to undo.

imports-applied-banner = { $changes ->
    [one] 1 change is applied
   *[other] { $changes } changes are applied
}
imports-applied-waiting = { $people ->
    [one] 1 person is being assessed again; lists say so until they are.
   *[other] { $people } people are being assessed again; lists say so until they are.
}
imports-undone-banner = The import is undone
imports-applied-by = Applied on { $at } by { $by }
imports-undone-at = Undone on { $at }
imports-digest = SHA-256 of what it says
imports-undo-title = Undo
imports-undo-lead = It can be undone as long as nothing rests on it.
imports-undo-link = Undo this import
imports-undo-rests = It cannot be undone: later changes corrected or ended { $facts ->
    [one] 1 of its facts
   *[other] { $facts } of its facts
}. Undo those first.
imports-undo-ask = Undo { $name }?
imports-undo-warning = { $changes ->
    [one] 1 change is taken back, and the person is assessed again.
   *[other] { $changes } changes are taken back, and the people are assessed again.
}
imports-undo-keep = Keep it
imports-undo-refused = It cannot be undone

imports-map-title = { $name }: which column feeds what
imports-map-lead = Every column is used or ignored by name. Change the mapping, look at what it does, then check the file with it.
imports-map-text = Mapping
imports-map-text-hint = As TOML: [export] says how the file is written, and [employees], [reviews] … which column feeds which field
imports-map-name = Save it as
imports-map-name-hint = A name, to choose it next time; one that is taken is replaced
imports-map-look = See what it does
imports-map-use = Check the file with it
imports-map-columns = Columns of the file
imports-map-column = Column
imports-map-becomes = Feeds
imports-map-values = First values
imports-map-ignored = nothing, ignored
imports-map-skips = which rows are skipped
imports-map-unknown = nothing yet: use it or ignore it
imports-map-field = { $field } of { $file }
imports-map-problem = { $at }: { $reason }
imports-map-line = line { $line }
imports-map-saved = The mapping is saved as { $name }
imports-map-saved-more = It can be chosen when the next file is loaded.
