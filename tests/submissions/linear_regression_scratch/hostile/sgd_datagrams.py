# shows: refused.*refused.*refused
# mark: 10
# Sends datagrams and raw packets.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import socket

look(lambda: socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"x", ("127.0.0.1", @PORT@)))
look(lambda: socket.socket(socket.AF_INET, socket.SOCK_RAW, 1))
look(lambda: socket.socket(socket.AF_NETLINK, socket.SOCK_RAW))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
