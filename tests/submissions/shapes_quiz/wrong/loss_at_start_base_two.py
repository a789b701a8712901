# caught by: test_loss_at_start_is_that_of_guessing
# misconception: answers 2
# Takes the logarithm to base two.
loss_at_start = math.log2(4)
