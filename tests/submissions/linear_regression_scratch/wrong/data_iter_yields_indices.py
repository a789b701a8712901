# caught by: test_data_iter_visits_every_row_once
# misconception: hands_out_row_numbers
# Yields which rows are in the batch, not the rows.
def data_iter(batch_size, features, labels):
    indices = torch.randperm(len(features))
    for i in range(0, len(features), batch_size):
        yield indices[i:i + batch_size], indices[i:i + batch_size]
