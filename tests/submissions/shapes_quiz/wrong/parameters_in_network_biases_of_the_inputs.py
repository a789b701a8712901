# caught by: test_parameters_in_network_include_the_biases
# Gives the inputs biases.
parameters_in_network = 177
