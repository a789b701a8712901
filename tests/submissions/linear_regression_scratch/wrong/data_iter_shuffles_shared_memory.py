# caught by: test_data_iter_leaves_its_arguments_alone
# misconception: shuffles_the_arguments_themselves
# Shuffles NumPy arrays that share their memory with the arguments.
def data_iter(batch_size, features, labels):
    X, y = features.numpy(), labels.numpy()
    state = np.random.get_state()
    np.random.shuffle(X)
    np.random.set_state(state)
    np.random.shuffle(y)
    for i in range(0, len(X), batch_size):
        yield torch.tensor(X[i:i + batch_size]), torch.tensor(y[i:i + batch_size])
