# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: forgets_the_inner_derivative
# Derives the square and not what is in it.
def gradient(xs, ys, w):
    total = 0
    for x, y in zip(xs, ys):
        total += 2 * (x * w - y)
    return total / len(xs)
