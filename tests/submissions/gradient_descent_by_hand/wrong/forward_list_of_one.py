# caught by: test_forward_multiplies_x_by_w
# misconception: returns_an_array_of_one
# Collects predictions in a list, for the only sample there is.
def forward(x, w):
    predictions = []
    predictions.append(x * w)
    return predictions
