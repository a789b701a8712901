# caught by: test_steps_per_epoch_include_the_short_batch
# misconception: answers 10.4167
# Does not round up.
steps_per_epoch = 500 / 48
