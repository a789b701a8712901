# caught by: test_data_iter_visits_every_row_once
# Takes two from the list in every step and keeps one.
def data_iter(batch_size, features, labels):
    left = torch.randperm(len(features)).tolist()
    batch = []
    while left:
        batch.append(left.pop())
        if left:
            left.pop()
        if len(batch) == batch_size or not left:
            yield features[batch], labels[batch]
            batch = []
