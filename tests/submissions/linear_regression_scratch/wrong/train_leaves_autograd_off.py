# caught by: test_train_updates_w_and_b_in_place
# misconception: leaves_autograd_switched_off
# Switches gradients off for the evaluation and never on again.
def train(w, b, features, labels, lr, num_epochs, batch_size):
    out = []
    for e in range(num_epochs):
        torch.set_grad_enabled(True)
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            squared_loss(linreg(X, w, b), y).sum().backward()
            sgd([w, b], lr, batch_size)
        torch.set_grad_enabled(False)
        out.append(squared_loss(linreg(features, w, b), labels).mean().item())
    return out
