# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: never_sets_the_total_back
# Forgets to set the total back to zero for the next candidate.
def grid_search(xs, ys, ws):
    costs, total = [], 0
    for w in ws:
        for x, y in zip(xs, ys):
            total += (x * w - y) ** 2
        costs.append(total / len(xs))
    return costs, ws[int(np.argmin([cost(xs, ys, w) for w in ws]))]
