# caught by: test_data_iter_starts_over_at_every_call
# Keeps the rows still to come in a default list, where an abandoned epoch leaves some.
def data_iter(batch_size, features, labels, todo=[]):
    if not todo:
        todo.extend(range(len(features)))
        random.shuffle(todo)
    while todo:
        batch = [todo.pop() for _ in range(min(batch_size, len(todo)))]
        yield features[batch], labels[batch]
