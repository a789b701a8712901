# caught by: test_linreg_passes_gradients_on
# Forgets to multiply by the gradient that comes in.
class LinReg(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, w, b):
        ctx.save_for_backward(X, w)
        return X @ w + b

    @staticmethod
    def backward(ctx, grad_output):
        X, w = ctx.saved_tensors
        n = X.shape[0]
        return w.t().repeat(n, 1), X.sum(dim=0).view(-1, 1), torch.full((1,), n).type_as(X)

def linreg(X, w, b):
    return LinReg.apply(X, w, b)
