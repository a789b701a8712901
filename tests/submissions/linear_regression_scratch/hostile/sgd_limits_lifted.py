# shows: lifted|MemoryError|want of memory
# mark: 10
# Lifts its own limits, and then fills the memory.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
import resource

for name in ("DATA", "AS", "CPU", "NPROC", "FSIZE"):
    number = getattr(resource, f"RLIMIT_{name}")
    try:
        resource.setrlimit(number, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    except (ValueError, OSError):
        soft, hard = resource.getrlimit(number)
        resource.setrlimit(number, (hard, hard))
print("lifted")
hoard = []
while True:
    hoard.append(bytearray(b"x" * 2**24))
