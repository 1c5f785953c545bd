-- Whether the password that was looked at still stands; locks the account until the transaction ends.
UPDATE accounts SET password_hash = $3
WHERE id = $1 AND password_hash = $2 AND disabled_at IS NULL
