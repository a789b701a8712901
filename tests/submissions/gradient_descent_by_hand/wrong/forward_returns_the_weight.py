# caught by: test_forward_multiplies_x_by_w
# misconception: returns_an_argument
# Takes the weight for the prediction.
def forward(x, w):
    rate = w
    return rate
