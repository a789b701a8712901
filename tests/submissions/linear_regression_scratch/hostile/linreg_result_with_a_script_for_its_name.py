# shows: script
# mark: 0
# Returns an object whose class is named like a script.
def linreg(X, w, b):
    return type("<script>alert(1)</script>", (), {})()
