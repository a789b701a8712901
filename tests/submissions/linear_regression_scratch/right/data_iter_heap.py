import heapq


def data_iter(batch_size, features, labels):
    heap = [(random.random(), i) for i in range(len(features))]
    heapq.heapify(heap)
    while heap:
        size = min(batch_size, len(heap))
        rows = torch.tensor([heapq.heappop(heap)[1] for _ in range(size)])
        yield features[rows], labels[rows]
