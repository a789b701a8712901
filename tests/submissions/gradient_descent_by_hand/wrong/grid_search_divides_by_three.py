# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: divides_by_three
# Divides by the number of samples in the notebook.
def grid_search(xs, ys, ws):
    costs = []
    for w in ws:
        total = 0
        for x, y in zip(xs, ys):
            total += (x * w - y) ** 2
        costs.append(total / 3)
    return costs, ws[np.argmin(costs)]
