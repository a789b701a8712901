# caught by: test_cost_is_the_mean_of_the_losses
# misconception: returns_an_array_of_one
# A product of matrices gives a matrix with one entry.
def cost(xs, ys, w):
    e = (xs * w - ys).reshape(-1, 1)
    return e.T @ e / len(xs)
