# caught by: test_data_iter_visits_every_row_once
# misconception: takes_1000_rows_for_granted
# Shuffles row numbers that were made from the notebook's data, outside of the function.
indices = list(range(len(features)))

def data_iter(batch_size, features, labels):
    random.shuffle(indices)
    for i in range(0, len(indices), batch_size):
        j = indices[i:i + batch_size]
        yield features[j], labels[j]
