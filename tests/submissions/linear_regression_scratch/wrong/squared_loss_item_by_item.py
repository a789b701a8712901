# caught by: test_squared_loss_passes_the_gradient_on
# misconception: cuts_the_graph
# Builds a new tensor from Python numbers, which cuts the graph.
def squared_loss(y_hat, y):
    losses = []
    for a, b in zip(y_hat, y):
        losses.append([(a.item() - b.item()) ** 2 / 2])
    return torch.tensor(losses, dtype=y_hat.dtype)
