INSERT INTO audit_unsealed (entry_id) VALUES ($1)
