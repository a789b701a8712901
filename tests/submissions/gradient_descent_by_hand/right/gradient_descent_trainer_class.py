class Trainer:
    def __init__(self, xs, ys, w, lr):
        self.xs, self.ys, self.w, self.lr = xs, ys, w, lr

    @property
    def errors(self):
        return self.xs * self.w - self.ys

    def step(self):
        self.w = self.w - self.lr * 2 * (self.xs * self.errors).mean()
        return (self.errors ** 2).mean()


def gradient_descent(xs, ys, w, lr, epochs):
    trainer = Trainer(xs, ys, w, lr)
    costs = [trainer.step() for _ in range(epochs)]
    return trainer.w, costs
