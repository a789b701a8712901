# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: notes_a_cost_for_every_sample
# Notes a number in the inner loop already.
def grid_search(xs, ys, ws):
    costs, best_w, lowest = [], None, float("inf")
    for w in ws:
        total = 0
        for x, y in zip(xs, ys):
            costs.append((x * w - y) ** 2)
            total += costs[-1]
        if total < lowest:
            lowest, best_w = total, w
    return costs, best_w
