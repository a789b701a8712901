# caught by: test_minus_one_is_what_the_product_needs
# misconception: answers (8, 4, 3)
# Takes -1 for the size that stood there before.
minus_one = (8, 4, 3)
