views_that_fail = "BCE"
