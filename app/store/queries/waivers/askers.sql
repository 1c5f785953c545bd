SELECT DISTINCT waiver.asked_by FROM waivers waiver WHERE waiver.nomination_id = $1
