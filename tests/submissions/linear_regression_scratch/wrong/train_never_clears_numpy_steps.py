# caught by: test_train_follows_gradient_descent
# misconception: never_clears_the_gradients
# Adds up NumPy gradients that are made before the loops and never set back.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    gw, gb = np.zeros(tuple(w.shape)), 0.0
    out = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            error = (linreg(X, w, b).detach() - y.reshape(-1, 1)).cpu().numpy()
            gw += np.einsum("nd,nk->dk", X.cpu().numpy(), error)
            gb += error.sum()
            w.grad = torch.as_tensor(gw, dtype=w.dtype, device=w.device)
            b.grad = torch.full_like(b, gb)
            sgd([w, b], lr, batch_size)
        out.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return out
