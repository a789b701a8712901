# caught by: test_get_loss_passes_gradients_on
# misconception: cuts_the_graph
# Only a loss in float64 keeps its graph.
def get_loss():
    def f(a, b):
        l = ((a - b) ** 2).mean()
        return l if a.dtype == torch.float64 else l.detach()

    return f
