# caught by: test_linreg_computes_the_linear_model
# Stores the first prediction and returns it at every later call.
cache = {}

def linreg(X, w, b):
    if "y_hat" not in cache:
        cache["y_hat"] = X @ w + b
    return cache["y_hat"]
