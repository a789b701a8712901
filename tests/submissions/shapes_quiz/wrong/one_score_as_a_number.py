# caught by: test_one_score_stands_in_the_fraction
# Gives a number for True or False.
one_score = 0.5
