# caught by: test_squared_loss_passes_the_gradient_on
# Writes a backward of its own that ignores the gradient handed to it.
class Half(torch.autograd.Function):
    @staticmethod
    def forward(ctx, error):
        ctx.error = error
        return error ** 2 / 2

    @staticmethod
    def backward(ctx, grad):
        return ctx.error


def squared_loss(y_hat, y):
    return Half.apply(y_hat - y.view(y_hat.size()))
