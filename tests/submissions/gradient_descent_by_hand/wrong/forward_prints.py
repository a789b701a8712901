# caught by: test_forward_multiplies_x_by_w
# misconception: returns_nothing
# Prints the prediction and returns nothing.
def forward(x, w):
    print(x * w)
