# caught by: test_sgd_steps_against_the_gradient
# A helper of its own calculates the rate and returns nothing.
def sgd(params, lr, batch_size):
    def rate(): lr / batch_size
    with torch.no_grad():
        for p in params: p -= rate() * p.grad
