# caught by: test_sgd_keeps_the_dtype
# misconception: loses_digits_on_the_way
# Rounds the gradient of float64 parameters to float32.
def sgd(params, lr, batch_size):
    for param in params:
        grad = param.grad.type(torch.FloatTensor)
        param.data -= lr * grad / batch_size
