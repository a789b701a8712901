# caught by: test_forward_takes_any_numbers
# Thinks that water cannot be negative when both are below zero.
def forward(x, w):
    if x < 0 and w < 0:
        return 0.0
    return x * w
