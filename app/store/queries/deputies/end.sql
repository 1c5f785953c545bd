UPDATE deputies SET until_on = $2 WHERE id = $1
