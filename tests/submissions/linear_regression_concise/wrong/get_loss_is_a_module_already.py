# caught by: test_get_loss_is_the_mean_squared_error
# misconception: computes_the_loss_at_once
# An object of the loss has the place of the function that makes it.
get_loss = nn.MSELoss()
