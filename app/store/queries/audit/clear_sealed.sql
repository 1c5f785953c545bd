DELETE FROM audit_unsealed WHERE entry_id IN (SELECT entry_id FROM audit_seals WHERE sequence > $1)
