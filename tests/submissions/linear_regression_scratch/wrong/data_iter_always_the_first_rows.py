# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_the_same_rows_again_and_again
# Forgets the start in the slice, so that each batch has the same rows.
def data_iter(batch_size, features, labels):
    indices = list(range(len(features)))
    random.shuffle(indices)
    for i in range(0, len(features), batch_size):
        j = torch.tensor(indices[:batch_size])
        yield features[j], labels[j]
