views_that_fail = ["E", "B", "C"]
