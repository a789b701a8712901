# caught by: test_sgd_keeps_the_dtype
# misconception: loses_digits_on_the_way
# Makes a float32 tensor of the rate, so that float64 steps have wrong digits.
def sgd(params, lr, batch_size):
    rate = torch.tensor(lr / batch_size)
    for param in params:
        param.data -= rate * param.grad
