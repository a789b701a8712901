# caught by: test_linreg_passes_gradients_on
# misconception: cuts_the_graph
# Computes under no_grad.
def linreg(X, w, b):
    with torch.no_grad():
        y_hat = torch.mm(X, w) + b
    return y_hat
