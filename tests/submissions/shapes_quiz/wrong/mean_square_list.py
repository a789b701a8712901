# caught by: test_mean_square_averages_every_entry
# Puts the number into a list.
mean_square = [28]
