SELECT DISTINCT employee.site FROM employee WHERE employee.site IS NOT NULL
