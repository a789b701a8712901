import queue, threading
def data_iter(batch_size, features, labels):
    q = queue.Queue()
    def fill():
        p = torch.randperm(len(features))
        for i in range(0, len(p), batch_size): q.put((features[p[i:i+batch_size]], labels[p[i:i+batch_size]]))
        q.put(None)
    threading.Thread(target=fill, daemon=True).start()
    return iter(q.get, None)
