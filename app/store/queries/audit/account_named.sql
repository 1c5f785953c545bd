SELECT id FROM accounts WHERE sign_in_name = $1
