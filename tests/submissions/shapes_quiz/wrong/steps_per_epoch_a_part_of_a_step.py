# caught by: test_steps_per_epoch_include_the_short_batch
# Does not round up.
steps_per_epoch = 500 / 48
