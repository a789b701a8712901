detached_memory = True
