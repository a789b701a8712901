# caught by: test_train_follows_gradient_descent
# misconception: uses_the_name_of_a_function_for_its_result
# Calls the number squared_loss, too, which makes this name a variable of train.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    losses = []
    for _ in range(num_epochs):
        for X, y in data_iter(batch_size, features, labels):
            squared_loss = squared_loss(linreg(X, w, b), y).sum()
            squared_loss.backward()
            sgd([w, b], lr, batch_size)
            w.grad = b.grad = None
        losses.append(squared_loss.item())
    return losses
