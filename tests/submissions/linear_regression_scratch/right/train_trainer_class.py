class Trainer:
    def __init__(self, w, b, lr, batch_size):
        self.params = [w, b]
        self.lr = lr
        self.batch_size = batch_size
        self.losses = []

    def fit(self, features, labels):
        for X, y in data_iter(self.batch_size, features, labels):
            self.loss(X, y).sum().backward()
            sgd(self.params, self.lr, self.batch_size)
            self.forget()
        self.losses.append(self.loss(features, labels).mean().item())

    def loss(self, X, y):
        return squared_loss(linreg(X, *self.params), y)

    def forget(self):
        for p in self.params:
            p.grad = None


def train(w, b, features, labels, lr, num_epochs, batch_size):
    trainer = Trainer(w, b, lr, batch_size)
    for _ in range(num_epochs):
        trainer.fit(features, labels)
    return trainer.losses
