from dataclasses import dataclass, field


@dataclass
class Learner:
    w: float
    lr: float
    costs: list[float] = field(default_factory=list)

    def see(self, x: float, y: float) -> None:
        self.w = self.w - self.lr * 2 * x * (x * self.w - y)


def stochastic_gradient_descent(xs, ys, w, lr, epochs) -> tuple[float, list[float]]:
    learner = Learner(w, lr)
    for _ in range(epochs):
        for x, y in zip(xs, ys):
            learner.see(x, y)
        learner.costs.append(float(np.mean((xs * learner.w - ys) ** 2)))
    return learner.w, learner.costs
