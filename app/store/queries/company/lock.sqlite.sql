SELECT id FROM company WHERE id = 1
