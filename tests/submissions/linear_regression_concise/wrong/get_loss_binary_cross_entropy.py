# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_a_loss_of_classification
# The loss for two classes.
def get_loss():
    return nn.BCEWithLogitsLoss()
