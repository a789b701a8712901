# caught by: test_second_backward_meets_the_gradient_of_the_first
# Lets the second gradient replace the first.
second_backward = 5
