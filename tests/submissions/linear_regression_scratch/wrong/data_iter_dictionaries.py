# caught by: test_data_iter_visits_every_row_once
# Yields dictionaries, which unpack into their keys.
def data_iter(batch_size, features, labels):
    perm = torch.randperm(len(features))
    for i in range(0, len(features), batch_size):
        j = perm[i:i + batch_size]
        yield {"X": features[j], "y": labels[j]}
