# caught by: test_backward_training_makes_every_step_that_it_is_asked_for
# misconception: takes_samples_for_one_another
# Finds the label by searching for x.
def backward_training(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        for x in xs:
            y = ys[xs.tolist().index(x.item())]
            l = (x * w - y) ** 2
            l.backward()
            with torch.no_grad():
                w -= lr * w.grad
            w.grad = None
        with torch.no_grad():
            costs.append(((xs * w - ys) ** 2).mean().item())
    return costs
