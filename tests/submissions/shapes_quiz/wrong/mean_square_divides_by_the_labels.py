# caught by: test_mean_square_averages_every_entry
# misconception: answers 84
# Divides by the number of labels.
mean_square = 252 / 3
