DELETE FROM conflicts WHERE change_id = $1
