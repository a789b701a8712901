def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))

    def walk(first, last):
        """The batches numbered first, ..., last - 1."""
        if last - first == 1:
            rows = perm[first * batch_size : last * batch_size]
            yield features[rows], labels[rows]
        else:
            middle = (first + last) // 2
            yield from walk(first, middle)
            yield from walk(middle, last)

    yield from walk(0, (len(features) + batch_size - 1) // batch_size)
