# caught by: test_gradient_descent_makes_every_step_that_it_is_asked_for
# Holds the weight in an array like w, of whole numbers if w is one.
def gradient_descent(xs, ys, w, lr, epochs):
    costs, weight = [], np.array([w])
    for _ in range(epochs):
        weight[0] -= lr * gradient(xs, ys, weight[0])
        costs.append(cost(xs, ys, weight[0]))
    return weight[0], costs
