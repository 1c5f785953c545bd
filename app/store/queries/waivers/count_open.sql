-- How many wait for an answer that the viewer did not ask for.
SELECT COUNT(*) FROM waiver WHERE waiver.state = 'asked' AND waiver.asked_by <> $2
