item_that_fails = " D. "
