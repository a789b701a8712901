# caught by: test_cost_leaves_its_arguments_alone
# misconception: writes_into_the_callers_arrays
# Computes the errors in place, in the caller's array.
def cost(xs, ys, w):
    xs *= w
    xs -= ys
    return float(np.mean(xs ** 2))
