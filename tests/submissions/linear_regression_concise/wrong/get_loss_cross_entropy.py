# caught by: test_get_loss_is_the_mean_squared_error
# misconception: takes_a_loss_of_classification
# Takes the loss of classification.
def get_loss():
    return nn.CrossEntropyLoss()
