SELECT COUNT(*)
FROM facts fact
JOIN supersessions superseded ON superseded.fact_id = fact.id
JOIN changes other ON other.id = superseded.change_id AND other.applied_at IS NOT NULL AND other.undone_at IS NULL
WHERE fact.recorded_in = $1 AND superseded.change_id <> $1
