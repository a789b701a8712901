# caught by: test_parameters_in_network_include_the_biases
# misconception: answers 177
# Gives the inputs biases.
parameters_in_network = 177
