# caught by: test_sgd_updates_every_parameter
# misconception: expects_just_w_and_b
# Writes a step for the first and one for the second parameter.
def sgd(params, lr, batch_size):
    rate = lr / batch_size
    params[0].data -= rate * params[0].grad
    params[1].data -= rate * params[1].grad
