SELECT (SELECT COUNT(*) FROM employees) AS people, (SELECT COUNT(*) FROM facts) AS facts,
    (SELECT COUNT(*) FROM audit_entries) AS entries
