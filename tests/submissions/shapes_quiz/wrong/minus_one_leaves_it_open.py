# caught by: test_minus_one_is_what_the_product_needs
# misconception: answers (8, -1, 3)
# Does not work the size out.
minus_one = (8, -1, 3)
