# caught by: test_squared_loss_halves_the_squared_error
# misconception: counts_only_the_first_row
# Returns from inside the loop, with the loss of the first row.
def squared_loss(y_hat, y):
    loss = torch.zeros_like(y_hat)
    for i in range(len(y)):
        loss[i] = (y_hat[i] - y[i]) ** 2 / 2
        return loss
