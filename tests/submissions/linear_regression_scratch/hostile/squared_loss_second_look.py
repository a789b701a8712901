# shows: made [1-9]
# mark: 0
# The values change whenever they are looked at.
class Fickle(torch.Tensor):
    def numpy(self, *arguments, **more):
        looks.append(1)
        return super().numpy(*arguments, **more) + len(looks)

    def tolist(self):
        looks.append(1)
        return [[0.0]] * len(self)

    @property
    def shape(self):
        looks.append(1)
        return torch.Size([len(looks), 1])


def squared_loss(y_hat, y):
    made.append(1)
    return (y_hat - y.reshape(y_hat.shape)).as_subclass(Fickle)


looks, made = [], []
# %% end
print("made", len(made))
