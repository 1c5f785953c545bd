DELETE FROM invitations WHERE account_id = $1 AND used_at IS NULL
