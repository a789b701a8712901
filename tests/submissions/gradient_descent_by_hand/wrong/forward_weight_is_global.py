# caught by: test_forward_multiplies_x_by_w
# misconception: takes_fewer_arguments
# As in courses where the weight is a global variable.
w = 1.0


def forward(x):
    return x * w
