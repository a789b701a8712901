# caught by: test_sgd_keeps_the_parameters_trainable
# misconception: replaces_the_tensors_in_the_list
# Puts results of a computation into the list, in place of the leaves.
def sgd(params, lr, batch_size):
    for i in range(len(params)):
        params[i] = params[i] - lr * params[i].grad / batch_size
