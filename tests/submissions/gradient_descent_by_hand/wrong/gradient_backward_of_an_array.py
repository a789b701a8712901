# caught by: test_gradient_is_the_derivative_of_the_cost
# misconception: expects_tensors
# Calls backward on what NumPy has computed.
def gradient(xs, ys, w):
    c = np.mean((xs * w - ys) ** 2)
    c.backward()
    return w.grad
