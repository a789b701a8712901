# caught by: test_data_iter_fills_every_batch_but_the_last
# misconception: puts_all_rows_into_one_batch
# Steps by the number of rows, so that there is one batch.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    batch_size = len(indices)
    for i in range(0, len(indices), batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
