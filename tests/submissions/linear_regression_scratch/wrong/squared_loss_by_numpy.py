# caught by: test_squared_loss_passes_the_gradient_on
# misconception: cuts_the_graph
# Computes with NumPy, which cuts the graph.
def squared_loss(y_hat, y):
    a = y_hat.detach().cpu().numpy()
    b = y.detach().cpu().numpy().reshape(a.shape)
    return torch.from_numpy((a - b) ** 2 / 2).to(y_hat.device)
