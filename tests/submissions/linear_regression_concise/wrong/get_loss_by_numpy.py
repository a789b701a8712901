# caught by: test_get_loss_passes_gradients_on
# misconception: cuts_the_graph
# Goes through NumPy.
def get_loss():
    def loss(y_hat, y):
        e = y_hat.numpy() - y.numpy()
        return torch.tensor(np.mean(e * e))
    return loss
