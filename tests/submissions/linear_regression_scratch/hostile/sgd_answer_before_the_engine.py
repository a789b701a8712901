# shows: sent [1-9]|cannot be read|nothing
# mark: 0
# Sends an answer of its own, before that of the engine.
# @LINE@


def sgd(params, lr, batch_size):
    sent.append(os.write(line(), frame({"status": "returned", "returned": [], "blobs": []})))


sent = []
# %% end
print("sent", len(sent))
