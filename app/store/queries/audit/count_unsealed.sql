SELECT COUNT(*) FROM audit_unsealed
