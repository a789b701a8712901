# caught by: test_linreg_passes_gradients_on
# Takes the mean where the gradient of the bias is a sum.
class LinReg(torch.autograd.Function):
    @staticmethod
    def forward(ctx, X, w, b):
        ctx.save_for_backward(X, w)
        return X @ w + b

    @staticmethod
    def backward(ctx, g):
        X, w = ctx.saved_tensors
        return g @ w.t(), X.t() @ g, g.mean(dim=0)

def linreg(X, w, b):
    return LinReg.apply(X, w, b)
