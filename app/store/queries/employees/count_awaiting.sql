SELECT COUNT(*) FROM employees WHERE assessed_revision < revision
