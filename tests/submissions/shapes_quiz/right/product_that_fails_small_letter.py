product_that_fails = "c"
