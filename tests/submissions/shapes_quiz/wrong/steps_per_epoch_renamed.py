# caught by: test_steps_per_epoch_include_the_short_batch
# Gives the variable another name.
steps = 11
