def data_iter(batch_size, features, labels):
    todo = [i for i in range(len(labels))]
    random.shuffle(todo)
    while len(todo) > 0:
        batch = []
        while len(batch) < batch_size and todo:
            batch.append(todo.pop())
        yield features[batch], labels[batch]
