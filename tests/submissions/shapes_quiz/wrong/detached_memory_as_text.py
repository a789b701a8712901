# caught by: test_detached_memory_is_not_the_graph
# Puts the truth value into quotation marks.
detached_memory = "True"
