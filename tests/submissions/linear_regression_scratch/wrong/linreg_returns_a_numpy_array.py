# caught by: test_linreg_computes_the_linear_model
# misconception: returns_a_numpy_array
# Goes over to NumPy and does not come back.
def linreg(X, w, b):
    arrays = [t.detach().cpu().numpy() for t in (X, w, b)]
    return np.matmul(arrays[0], arrays[1]) + arrays[2]
