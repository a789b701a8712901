# caught by: test_mean_square_averages_every_entry
# misconception: answers 0
# Compares each prediction with its own label only.
mean_square = 0
