# caught by: test_product_that_fails_is_given_the_wrong_number_of_axes
# Names two lines where one is asked for.
product_that_fails = "CD"
