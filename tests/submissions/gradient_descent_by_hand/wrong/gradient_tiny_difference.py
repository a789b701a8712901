# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: takes_the_difference_of_two_costs
# A central difference with a tiny step, without the function cost.
def gradient(xs, ys, w):
    def height(v):
        return sum((x * v - y) ** 2 for x, y in zip(xs, ys)) / len(xs)

    return (height(w + 1e-7) - height(w - 1e-7)) / 2e-7
