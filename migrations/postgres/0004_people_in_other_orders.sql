-- The directory in other orders than by name. Twin of sqlite/0004_people_in_other_orders.sql.
CREATE INDEX employees_by_job ON employees (job, name_key, id);
CREATE INDEX employees_by_hired_on ON employees (hired_on, name_key, id);
