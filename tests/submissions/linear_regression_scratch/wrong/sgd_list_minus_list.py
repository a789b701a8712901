# caught by: test_sgd_steps_against_the_gradient
# misconception: treats_the_list_as_a_tensor
# Collects the gradients in a list and calculates with lists.
def sgd(params, lr, batch_size):
    grads = [p.grad / batch_size for p in params]
    params -= lr * grads
