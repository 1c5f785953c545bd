SELECT name FROM daily_jobs WHERE done_on >= $1
