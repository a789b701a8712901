# caught by: test_loss_at_start_is_that_of_guessing
# Rounds too much.
loss_at_start = 1.4
