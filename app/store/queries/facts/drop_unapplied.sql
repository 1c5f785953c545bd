DELETE FROM facts WHERE recorded_in IN (SELECT id FROM changes WHERE applied_at IS NULL AND recorded_at < $1)
