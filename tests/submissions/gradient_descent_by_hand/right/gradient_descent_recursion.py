def gradient_descent(xs, ys, w, lr, epochs):
    if epochs == 0:
        return w, []
    w = w - lr * gradient(xs, ys, w)
    end, later = gradient_descent(xs, ys, w, lr, epochs - 1)
    return end, [cost(xs, ys, w)] + later
