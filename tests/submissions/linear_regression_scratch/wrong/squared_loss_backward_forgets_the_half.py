# caught by: test_squared_loss_passes_the_gradient_on
# Writes a backward of its own, with the gradient of the unhalved square.
class Loss(torch.autograd.Function):
    @staticmethod
    def forward(ctx, y_hat, y):
        ctx.save_for_backward(y_hat, y)
        return (y_hat - y) ** 2 / 2

    @staticmethod
    def backward(ctx, grad):
        y_hat, y = ctx.saved_tensors
        return grad * 2 * (y_hat - y), None


def squared_loss(y_hat, y):
    return Loss.apply(y_hat, y.view(y_hat.size()))
