# caught by: test_sgd_steps_against_the_gradient
# misconception: treats_the_list_as_a_tensor
# Has no loop and asks the list for .data and .grad.
def sgd(params, lr, batch_size):
    params.data -= lr * params.grad / batch_size
