# caught by: test_get_loss_passes_gradients_on
# Its own backward forgets the factor 2.
class SquaredError(torch.autograd.Function):
    @staticmethod
    def forward(ctx, y_hat, y):
        ctx.save_for_backward(y_hat - y)
        return ((y_hat - y) ** 2).mean()

    @staticmethod
    def backward(ctx, upstream):
        (e,) = ctx.saved_tensors
        return upstream * e / e.numel(), None


def get_loss():
    return SquaredError.apply
