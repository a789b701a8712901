# caught by: test_LinearNet_computes_the_linear_model
# misconception: has_another_init
# The class of a later edition of the book: a rate, and a lazy layer.
class LinearNet(nn.Module):
    def __init__(self, lr=0.03):
        super().__init__()
        self.lr = lr
        self.net = nn.LazyLinear(1)

    def forward(self, X):
        return self.net(X)

    def loss(self, y_hat, y):
        return nn.MSELoss()(y_hat, y)

    def configure_optimizers(self):
        return torch.optim.SGD(self.parameters(), self.lr)
