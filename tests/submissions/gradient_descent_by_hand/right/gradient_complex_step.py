def gradient(xs, ys, w):
    # a step in the imaginary direction loses no digits
    h = 1e-30
    errors = xs * complex(w, h) - ys
    return np.mean(errors * errors).imag / h
