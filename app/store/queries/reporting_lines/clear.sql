DELETE FROM reporting_lines
