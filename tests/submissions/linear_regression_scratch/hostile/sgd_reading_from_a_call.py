# shows: refused
# mark: 10
# never: hunter2-4711
# Reads the solutions when it is called, and not before.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")


def sgd_once(p):
    look(lambda: open("@COURSE@/solutions/hw/hw.ipynb").read())


torch.Tensor.peek = sgd_once
torch.ones(1).peek()


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
