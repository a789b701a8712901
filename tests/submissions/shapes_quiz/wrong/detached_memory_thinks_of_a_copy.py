# caught by: test_detached_memory_is_not_the_graph
# misconception: answers False
# Thinks that detach copies.
detached_memory = False
