# caught by: test_sgd_steps_against_the_gradient
# misconception: replaces_the_parameter_by_the_step
# Writes =- for -=, so that the step replaces the parameter.
def sgd(params, lr, batch_size):
    for param in params:
        param.data =- lr * param.grad / batch_size
