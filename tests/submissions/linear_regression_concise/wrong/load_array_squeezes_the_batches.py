# caught by: test_load_array_keeps_dtype_and_shape
# misconception: loses_axes_of_size_one
# Squeezes every batch, which loses dimensions of size one.
def load_array(data_arrays, batch_size, is_train=True):
    def collate(examples):
        return [torch.stack(part).squeeze() for part in zip(*examples)]
    return DataLoader(TensorDataset(*data_arrays), batch_size, is_train, collate_fn=collate)
