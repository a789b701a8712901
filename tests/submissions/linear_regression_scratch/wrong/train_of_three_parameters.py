# caught by: test_train_follows_gradient_descent
# misconception: has_other_parameters
# Has three of the parameters only.
def train(w, b, lr):
    return []
