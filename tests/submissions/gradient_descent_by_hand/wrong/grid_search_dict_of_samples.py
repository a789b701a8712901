# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: takes_samples_for_one_another
# Keeps the samples in a dictionary: one label for each x.
def grid_search(xs, ys, ws):
    data = dict(zip(xs, ys))
    costs = [sum((x * w - y) ** 2 for x, y in data.items()) / len(data) for w in ws]
    return costs, ws[np.argmin(costs)]
