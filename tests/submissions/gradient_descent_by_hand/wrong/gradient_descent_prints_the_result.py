# caught by: test_gradient_descent_steps_against_the_gradient
# misconception: returns_nothing
# Prints the weight and the costs.
def gradient_descent(xs, ys, w, lr, epochs):
    costs = []
    for epoch in range(epochs):
        w = w - lr * gradient(xs, ys, w)
        costs.append(cost(xs, ys, w))
    print(w, costs)
