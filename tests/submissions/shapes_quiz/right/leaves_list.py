leaves = ["A", "C", "D"]
