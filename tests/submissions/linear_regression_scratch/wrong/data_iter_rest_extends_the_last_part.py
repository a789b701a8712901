# caught by: test_data_iter_fills_every_batch_but_the_last
# Joins the short part to the one before it.
def data_iter(batch_size, features, labels):
    parts = list(torch.randperm(len(features)).split(batch_size))
    if len(parts) > 1 and len(parts[-1]) < batch_size:
        rest = parts.pop()
        parts[-1] = torch.cat([parts[-1], rest])
    for j in parts:
        yield features[j], labels[j]
