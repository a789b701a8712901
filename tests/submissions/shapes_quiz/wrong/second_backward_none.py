# caught by: test_second_backward_meets_the_gradient_of_the_first
# Gives None for a number.
second_backward = None
