# shows: mounted -1.*unshared -1.*unmounted -1
# mark: 10
# never: hunter2-4711
# Mounts what it must not see.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import ctypes

libc = ctypes.CDLL(None)
found.append(f"mounted {libc.mount(b'@COURSE@', b'/dev/shm', None, 4096, None)}")
found.append(f"unshared {libc.unshare(0x10000000 | 0x20000)}")
found.append(f"unmounted {libc.umount2(b'/proc', 2)}")


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
