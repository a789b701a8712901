# caught by: test_get_loss_is_the_mean_squared_error
# misconception: forgets_return
# Makes the loss and keeps it.
def get_loss():
    loss = nn.MSELoss()
