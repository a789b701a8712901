# caught by: test_data_iter_visits_every_row_once
# misconception: counts_with_a_float
# Takes the float that np.ceil gives for the number of batches.
def data_iter(batch_size, features, labels):
    n = len(features)
    order = random.sample(range(n), n)
    count = np.ceil(n / batch_size)
    return [(features[order[k::count]], labels[order[k::count]]) for k in range(count)]
