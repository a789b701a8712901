# caught by: test_softmax_shift_shows_in_the_fraction
# Answers with a word where a letter is asked for.
softmax_shift = "unsure"
