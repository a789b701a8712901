# caught by: test_cost_takes_any_number_of_samples
# misconception: takes_samples_for_one_another
# Collects the losses in a set: equal ones count once.
def cost(xs, ys, w):
    losses = {(x * w - y) ** 2 for x, y in zip(xs, ys)}
    return sum(losses) / len(losses)
