# caught by: test_loss_squares_the_error
# misconception: returns_a_tensor
# Returns a tensor and not a number.
def loss(x, y, w):
    return (torch.tensor(x * w) - y) ** 2
