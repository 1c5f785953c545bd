SELECT entry_id FROM audit_unsealed LIMIT 1
