# caught by: test_gradient_leaves_its_arguments_alone
# misconception: writes_into_the_callers_arrays
# Writes the errors into ys.
def gradient(xs, ys, w):
    np.subtract(xs * w, ys, out=ys)
    return 2 * np.dot(xs, ys) / len(xs)
