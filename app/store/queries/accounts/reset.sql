UPDATE accounts SET password_hash = NULL, must_change_password = $2, disabled_at = NULL
WHERE id = $1
