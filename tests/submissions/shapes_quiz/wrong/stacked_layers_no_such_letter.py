# caught by: test_stacked_layers_follow_from_substitution
# Gives a letter that is no option.
stacked_layers = "E"
