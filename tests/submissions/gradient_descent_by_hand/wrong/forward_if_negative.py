# caught by: test_forward_multiplies_x_by_w
# Returns 0 where the tank would hold less than nothing.
def forward(x, w):
    y_hat = x * w
    if y_hat < 0:
        return 0
    return y_hat
