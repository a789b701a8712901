views_that_fail = "b, c, e"
