# caught by: test_steps_per_epoch_include_the_short_batch
# misconception: answers 10
# Leaves the short batch out.
steps_per_epoch = 500 // 48
