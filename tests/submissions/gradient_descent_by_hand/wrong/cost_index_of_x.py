# caught by: test_cost_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# Finds the label by searching for x: of equal x the first label counts for all.
def cost(xs, ys, w):
    xs, ys = list(xs), list(ys)
    total = 0
    for x in xs:
        total += (x * w - ys[xs.index(x)]) ** 2
    return total / len(xs)
