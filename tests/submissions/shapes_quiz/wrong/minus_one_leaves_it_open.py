# caught by: test_minus_one_is_what_the_product_needs
# Does not work the size out.
minus_one = (8, -1, 3)
