DELETE FROM upload_lines WHERE upload_id = $1
