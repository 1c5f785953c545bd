UPDATE employees SET revision = revision + 1
