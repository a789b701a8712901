def load_array(data_arrays, batch_size, is_train=True):
    def take(rows):
        return [a[rows] for a in data_arrays]

    return DataLoader(range(len(data_arrays[0])), batch_size, shuffle=is_train, collate_fn=take)
