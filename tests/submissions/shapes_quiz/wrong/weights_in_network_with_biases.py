# caught by: test_weights_in_network_join_neighbouring_layers
# misconception: answers 167
# Counts the biases, too.
weights_in_network = 167
