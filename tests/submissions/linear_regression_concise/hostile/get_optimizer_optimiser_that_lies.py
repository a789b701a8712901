# shows: steps [1-9]
# mark: less
# An optimiser that answers every question with itself.
class Optimiser(optim.SGD):
    def step(self, closure=None):
        steps.append(1)

    def __getattribute__(self, name):
        return super().__getattribute__(name)


steps = []


def get_optimizer(net, lr):
    return Optimiser(net.parameters(), lr=lr)
# %% end
print("steps", len(steps))
