SELECT time_zone, is_demo, swept_on FROM company WHERE id = 1
