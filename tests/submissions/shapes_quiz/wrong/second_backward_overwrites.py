# caught by: test_second_backward_meets_the_gradient_of_the_first
# misconception: answers 5
# Lets the second gradient replace the first.
second_backward = 5
