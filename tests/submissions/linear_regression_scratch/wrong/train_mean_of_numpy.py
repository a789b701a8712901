# caught by: test_train_follows_gradient_descent
# misconception: hands_a_recorded_tensor_to_numpy
# Gives a recorded tensor to NumPy when measuring.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(float(squared_loss(linreg(features, w, b), labels).cpu().numpy().mean()))
    return losses
