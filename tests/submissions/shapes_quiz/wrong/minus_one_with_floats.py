# caught by: test_minus_one_is_what_the_product_needs
# Divides with a slash, so that a size is no whole number.
minus_one = (8, 360 / 24, 3)
