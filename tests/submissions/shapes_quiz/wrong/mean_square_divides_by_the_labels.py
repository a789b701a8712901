# caught by: test_mean_square_averages_every_entry
# Divides by the number of labels.
mean_square = 252 / 3
