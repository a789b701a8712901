# caught by: test_softmax_in_float32_follows_the_arithmetic_of_inf
# misconception: answers "A"
# Calculates as on paper.
softmax_in_float32 = "A"
