# caught by: test_squared_loss_keeps_the_dtype
# misconception: loses_digits_on_the_way
# Reads the labels as float32, so that a float64 loss has wrong digits.
def squared_loss(y_hat, y):
    target = torch.tensor(y.tolist(), dtype=torch.float32).view(y_hat.size())
    return (y_hat - target) ** 2 / 2
