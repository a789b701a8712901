# caught by: test_gradient_descent_steps_against_the_gradient
# Rounds the weight to three decimals in every step.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for _ in range(epochs):
        w = round(w - lr * gradient(xs, ys, w), 3)
        costs.append(cost(xs, ys, w))
    return w, costs
