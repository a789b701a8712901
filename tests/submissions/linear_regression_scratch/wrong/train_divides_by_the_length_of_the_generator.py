# caught by: test_train_follows_gradient_descent
# misconception: asks_a_generator_for_its_length
# Divides a total by the number of batches, which a generator does not know.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        total = 0.0
        batches = data_iter(batch_size, features, labels)
        for X, y in batches:
            l = squared_loss(linreg(X, w, b), y)
            l.sum().backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
            total += l.mean().item()
        losses.append(total / len(batches))
    return losses
