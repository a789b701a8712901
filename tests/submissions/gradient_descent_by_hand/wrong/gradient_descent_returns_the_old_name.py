# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: returns_the_start
# The weight that moves has another name than the one that is returned.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    weight = w
    for _ in range(epochs):
        weight = weight - lr * gradient(xs, ys, weight)
        costs.append(cost(xs, ys, weight))
    return w, costs
