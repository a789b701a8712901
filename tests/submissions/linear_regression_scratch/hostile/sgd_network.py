# shows: refused.*refused.*refused
# mark: 10
# Connects, and listens.
found = []


def look(what):
    try:
        found.append(str(what())[:300])
    except BaseException as error:
        found.append(f"refused: {type(error).__name__}")

import socket
import urllib.request

look(lambda: socket.create_connection(("127.0.0.1", @PORT@), 2))
look(lambda: socket.create_server(("0.0.0.0", 0)))
look(lambda: urllib.request.urlopen("http://127.0.0.1:@PORT@", timeout=2))


def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * p.grad / batch_size
# %% end
print("found", found)
