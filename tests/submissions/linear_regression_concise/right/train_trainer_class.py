class Trainer:
    def __init__(self, net, loss, optimizer):
        self.net, self.loss, self.optimizer = net, loss, optimizer

    def batch_loss(self, X, y):
        y_hat = self.net(X)
        return self.loss(y_hat, y.reshape(y_hat.shape))

    def fit(self, data):
        for batch in data:
            self.optimizer.zero_grad()
            self.batch_loss(*batch).backward()
            self.optimizer.step()

    @torch.no_grad()
    def measure(self, data):
        sums = [self.batch_loss(X, y).double() * len(y) for X, y in data]
        return (sum(sums) / sum(len(y) for _, y in data)).item()


def train(net, loss, optimizer, data, num_epochs):
    trainer = Trainer(net, loss, optimizer)
    losses = []
    for _ in range(num_epochs):
        trainer.fit(data)
        losses.append(trainer.measure(data))
    return losses
