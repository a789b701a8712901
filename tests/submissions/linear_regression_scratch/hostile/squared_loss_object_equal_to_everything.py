# shows: called [1-9]
# mark: 0
# Returns an object that is equal to whatever it is compared with.
class Equal:
    def __eq__(self, other):
        return True

    __ne__ = __lt__ = __gt__ = lambda self, other: False
    __hash__ = None
    shape, dtype = (5, 1), torch.float32


def squared_loss(y_hat, y):
    calls.append(1)
    return Equal()


calls = []
# %% end
print("called", len(calls))
