SELECT COUNT(*) FROM employees WHERE stale_on <= $1
