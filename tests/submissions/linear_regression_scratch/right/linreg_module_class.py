class LinearModel(torch.nn.Module):
    def __init__(self, w, b):
        super().__init__()
        self.params = [w, b]  # a plain list: the tensors stay what they are

    def forward(self, X):
        w, b = self.params
        return torch.matmul(X, w) + b


def linreg(X, w, b):
    return LinearModel(w, b)(X)
