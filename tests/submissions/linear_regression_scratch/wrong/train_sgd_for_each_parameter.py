# caught by: test_train_follows_gradient_descent
# misconception: hands_sgd_a_tensor_for_a_list
# Calls sgd with w and then with b, and not with a list.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            for p in (w, b):
                sgd(p, lr, batch_size)
                p.grad = None
        losses.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return losses
