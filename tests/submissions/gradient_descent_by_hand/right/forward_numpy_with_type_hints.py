def forward(x: float, w: float) -> np.float64:
    # a NumPy number is a number too
    prediction: np.float64 = np.multiply(np.float64(x), np.float64(w))
    return prediction
