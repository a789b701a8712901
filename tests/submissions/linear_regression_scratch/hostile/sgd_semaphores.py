# shows: shared
# mark: 10
# Leaves shared memory and semaphores behind.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

from multiprocessing import shared_memory

memory = shared_memory.SharedMemory(create=True, size=2**20)
found.append("shared " + memory.name[:3])


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
