# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: returns_nothing
# Prints the slope and returns nothing.
def gradient(xs, ys, w):
    print(2 * np.mean(xs * (xs * w - ys)))
