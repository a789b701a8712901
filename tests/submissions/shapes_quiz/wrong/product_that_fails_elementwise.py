# caught by: test_product_that_fails_is_given_the_wrong_number_of_axes
# misconception: answers "B"
# Does not see the broadcasting.
product_that_fails = "B"
