# caught by: test_linreg_passes_gradients_on
# misconception: cuts_the_graph
# Adds up Python numbers in the loop and makes a new tensor of them.
def linreg(X, w, b):
    rows = []
    for i in range(len(X)):
        total = b.item()
        for j in range(len(w)):
            total += X[i, j].item() * w[j, 0].item()
        rows.append([total])
    return torch.tensor(rows, dtype=X.dtype)
