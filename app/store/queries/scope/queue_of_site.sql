-- Appended to the queue: that of the site $10, for its HR partners and for HR leads. $2 the viewer's account, $3 the day.
AND nomination.site = $10
AND EXISTS (
    SELECT 1
    FROM grants held
    WHERE held.account_id = $2
        AND (held.access = 'hr_lead' OR (held.access = 'hr_partner' AND held.site = $10))
        AND held.from_on <= $3 AND (held.until_on IS NULL OR held.until_on >= $3)
)
ORDER BY nomination.turn, nomination.since_on, nomination.id
LIMIT $9
