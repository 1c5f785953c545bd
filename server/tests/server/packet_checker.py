"""Checks evidence packets with nothing of Nextrung in hand: python3 (3.11 or newer) packet_checker.py FOLDER

Of each packet in the folder's SHA256SUMS: hash, canonical form, and of its simple criteria (service, time in the job,
credentials, trainings, with their waivers) whether and when they hold, day by day as the rules say: a day is a number.
"""
import calendar, hashlib, json, pathlib, sys, tomllib
from datetime import date
from decimal import Decimal

def add_months(start, months):
    whole = date.fromordinal(start)
    year, month = divmod(whole.year * 12 + whole.month - 1 + months, 12)
    return date(year, month + 1, min(whole.day, calendar.monthrange(year, month + 1)[1])).toordinal()

def check(packet):
    day = lambda row, key, otherwise=None: date.fromisoformat(row[key]).toordinal() if key in row else otherwise
    as_of, facts, ladder = day(packet, "as_of"), packet["facts"], tomllib.loads(packet["ladder"])
    forever, own = as_of + 7300, facts["employees"][0]
    known = lambda file, key: [row for row in facts.get(file, []) if day(row, key) <= as_of]
    past = lambda row, key: day(row, key) if key in row and day(row, key) <= as_of else forever
    days = lambda start, end: set(range(start, min(end, forever)))
    union = lambda sets: set().union(*sets)

    spans = [(day(row, "hired_on"), past(row, "left_on") + 1) for row in known("employments", "hired_on") or [own]]
    employed = union(days(*span) for span in spans)
    alone = {"started_on": own["hired_on"], "ended_on": own.get("left_on", "9999-12-31")}
    alone |= {"job": own["job"]} | ({"started_on": own["job_started_on"]} if "job_started_on" in own else {})
    jobs = [row for row in facts.get("assignments", [alone]) if day(row, "started_on") <= as_of]
    held = {d: row["job"] for row in jobs for d in days(day(row, "started_on"), past(row, "ended_on") + 1) & employed}
    leaves = [row for row in known("leaves", "started_on") if row["counts_toward_tenure"] == "false"]
    away = union(days(day(row, "started_on"), day(row, "ended_on", as_of) + 1) for row in leaves)

    def reached(since, months):  # the first day d with add_months(since, months) + L(d) <= d
        d, needed = since, add_months(since, months)
        while d < needed: d, needed = d + 1, needed + (d in away)
        return d
    def tenure(rule):
        since = lambda hired: hired if rule.get("clock") == "hired_on" else day(own, "service_date", hired)
        return union(days(max(span[0], reached(since(span[0]), rule["months"])), span[1]) for span in spans)
    def time_in_job(rule):  # a chain is what has one name
        name = lambda d: held.get(d) in rule["jobs"] if "jobs" in rule else held.get(d)
        starts = [d for d in held if name(d) and name(d - 1) != name(d)]
        ends = lambda d: next(end for end in range(d, forever + 1) if name(end) != name(d))
        return union(days(reached(d, rule["months"]), ends(d)) for d in starts)
    def certification(rule):
        kinds = {row["code"]: row for row in ladder["certification"]}
        ranked = lambda row: row.get("family") == rule["family"] and row.get("rank", -1) >= kinds[rule["at_least"]]["rank"]
        would_do = rule["any_of"] if "any_of" in rule else [code for code in kinds if ranked(kinds[code])]
        term = lambda row: add_months(day(row, "issued_on"), kinds[row["certification"]].get("validity_months", 12000))
        until = lambda row: min(day(row, "expires_on") + 1 if "expires_on" in row else term(row), past(row, "revoked_on"))
        rows = [row for row in known("certifications", "issued_on") if row["status"] != "claimed"]
        return union(days(day(row, "issued_on"), until(row)) for row in rows if row["certification"] in would_do)
    def training(rule):
        passed = lambda row: "min_score" not in rule or Decimal(row.get("score", "-1")) >= Decimal(str(rule["min_score"]))
        done = lambda row: row["status"] == "completed" and day(row, "completed_on") <= as_of and passed(row)
        ahead = lambda row: row["status"] == "enrolled" and day(row, "planned_on") > as_of
        rows = [row for row in facts.get("trainings", []) if done(row) or ahead(row)]
        since = lambda row: day(row, "completed_on" if done(row) else "planned_on")
        until = lambda row: add_months(since(row), rule.get("within_months", 12000))
        counts = lambda code: union(days(since(row), until(row)) for row in rows if row["course"] == code)
        any_of = [union(map(counts, rule["any_of"]))] if "any_of" in rule else []
        return set.intersection(*map(counts, rule.get("all_of", [])), *any_of)

    version = next(row for row in ladder["track"] if str(row["effective_from"]) == packet["criteria_effective_from"])
    simple = {"tenure": tenure, "time_in_job": time_in_job, "certification": certification, "training": training}
    findings = [finding for finding in packet["assessment"]["findings"] if finding["kind"] in simple]
    for finding in findings:
        node = version["criteria"]
        for at in map(int, finding["path"].split(".")):
            node = (node if isinstance(node, list) else node.get("any") or node.get("all") or node["at_least"]["of"])[at]
        waived = [row for row in known("waivers", "from_on") if row["criterion"] == finding["id"]]
        waived = union(days(day(row, "from_on"), day(row, "until_on") + 1) for row in waived)
        holds = (simple[finding["kind"]](node[finding["kind"]]) | waived) & employed
        met, out = as_of in holds, lambda by: next(d for d in range(as_of, by * 10**6, by) if d not in holds)
        since, lapses, ahead = met and out(-1) + 1, met and out(1), min((d for d in holds if d >= as_of), default=None)
        found = {"met_since": since, "lapses_on": lapses if lapses != forever else None, "earliest_on": ahead}
        found = {"met": met} | {key: date.fromordinal(on).isoformat() if on else None for key, on in found.items()}
        assert found == {key: finding[key] for key in found}, f"{finding['path']}: {found} is found, not {finding}"
    return len(findings)

folder, packets, criteria = pathlib.Path(sys.argv[1]), 0, 0
for digest, name in (line.split("  ") for line in (folder / "SHA256SUMS").read_text().splitlines()):
    text = (folder / name).read_bytes()
    packet = json.loads(text)
    canonical = json.dumps(packet, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
    assert hashlib.sha256(text).hexdigest() == digest, f"{name}: the hash is another one"
    assert canonical == text, f"{name}: not canonical"
    try: packets, criteria = packets + 1, criteria + check(packet)
    except Exception as error: sys.exit(f"{name}: {error!r}")
print(f"{packets} packets, {criteria} criteria")
