class SquaredError(torch.autograd.Function):
    @staticmethod
    def forward(ctx, y_hat, y):
        error = y_hat - y
        ctx.save_for_backward(error)
        return error.square().mean()

    @staticmethod
    def backward(ctx, upstream):
        (error,) = ctx.saved_tensors
        slope = upstream * 2 * error / error.numel()
        return slope, -slope


def get_loss():
    return SquaredError.apply
