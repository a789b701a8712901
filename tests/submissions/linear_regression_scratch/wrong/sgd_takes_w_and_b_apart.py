# caught by: test_sgd_steps_against_the_gradient
# misconception: takes_w_and_b_apart
# Has a parameter for the weights and one for the bias.
def sgd(w, b, lr, batch_size):
    for param in (w, b):
        param.data -= lr * param.grad / batch_size
