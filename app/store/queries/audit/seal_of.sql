SELECT sequence, hash FROM audit_seals WHERE entry_id = $1
