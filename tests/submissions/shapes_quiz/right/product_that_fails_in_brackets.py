product_that_fails = "(C)"
