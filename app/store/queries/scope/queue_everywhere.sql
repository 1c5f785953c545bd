-- Appended to the queue: everyone's, for an HR lead. $2 the viewer's account, $3 the day.
AND EXISTS (
    SELECT 1
    FROM grants held
    WHERE held.account_id = $2 AND held.access = 'hr_lead'
        AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
)
ORDER BY nomination.turn, nomination.since_on, nomination.id
LIMIT $9
