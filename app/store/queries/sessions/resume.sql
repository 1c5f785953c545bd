-- What resuming a session looks at, in one statement, for every page begins with it: the session that a browser holds,
-- $1, alive or not, whose account that is, and what the navigation knows of them on the day $2: how many news they have
-- not read, and whether anybody reports to them or to somebody for whom they stand in. A row for each of the account's
-- grants, and one where it has none.
SELECT session.token_hash, session.account_id, session.created_at, session.last_seen_at, session.ended_at,
    account.sign_in_name, account.employee_id, account.must_change_password, account.disabled_at,
    employee.left_on,
    (SELECT COUNT(*) FROM news WHERE news.account_id = account.id AND news.read_at IS NULL)
        + (SELECT COUNT(*) FROM record_news told WHERE told.account_id = account.id AND told.read_at IS NULL) AS unread,
    (
        EXISTS (
            SELECT 1
            FROM employees report
            WHERE report.manager_id = account.employee_id AND (report.left_on IS NULL OR report.left_on >= $2)
        )
        OR EXISTS (
            SELECT 1
            FROM deputies deputy
            JOIN employees report ON report.manager_id = deputy.manager_id
            WHERE deputy.deputy_id = account.employee_id AND deputy.from_on <= $2 AND deputy.until_on >= $2
                AND (report.left_on IS NULL OR report.left_on >= $2)
        )
    ) AS leads,
    held.id AS grant_id, held.access, held.site, held.from_on, held.until_on
FROM sessions session
JOIN accounts account ON account.id = session.account_id
LEFT JOIN employees employee ON employee.id = account.employee_id
LEFT JOIN grants held ON held.account_id = account.id
WHERE session.token_hash = $1
ORDER BY held.from_on, held.id
