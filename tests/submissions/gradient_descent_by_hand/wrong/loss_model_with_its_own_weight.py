# caught by: test_loss_squares_the_error
# misconception: predicts_with_the_same_weight_each_time
# Calls a model that has a weight of its own.
def model(x, weight=1.5):
    return x * weight


def loss(x, y, w):
    return (model(x) - y) ** 2
