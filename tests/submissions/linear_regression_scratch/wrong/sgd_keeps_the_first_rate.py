# caught by: test_sgd_remembers_nothing
# misconception: steps_with_fixed_numbers
# Goes on with the learning rate and the batch size of its first call.
def sgd(params, lr, batch_size, first=[]):
    first.append(lr / batch_size)
    for param in params:
        param.data -= first[0] * param.grad
