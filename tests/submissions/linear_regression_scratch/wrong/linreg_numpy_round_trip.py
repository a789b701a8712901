# caught by: test_linreg_passes_gradients_on
# misconception: cuts_the_graph
# Computes with NumPy, which cuts the graph.
def linreg(X, w, b):
    y = np.dot(X.detach().numpy(), w.detach().numpy()) + b.detach().numpy()
    return torch.from_numpy(y)
