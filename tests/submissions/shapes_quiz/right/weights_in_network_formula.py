weights_in_network = 12 * 9 + 9 * 5
