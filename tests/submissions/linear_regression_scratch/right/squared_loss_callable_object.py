class SquaredLoss:
    def __init__(self, factor=0.5):
        self.factor = factor

    def __call__(self, y_hat, y):
        return self.factor * (y_hat - y.view(*y_hat.shape)).pow(2)


squared_loss = SquaredLoss()
