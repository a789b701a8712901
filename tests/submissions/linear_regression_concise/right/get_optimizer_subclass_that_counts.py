class CountingSGD(optim.SGD):
    """Counts its steps, and clears with zeros."""

    steps = 0

    def step(self, *arguments, **options):
        self.steps += 1
        return super().step(*arguments, **options)

    def zero_grad(self, set_to_none=False):
        super().zero_grad(set_to_none=set_to_none)


def get_optimizer(net, lr):
    return CountingSGD(net.parameters(), lr=lr)
