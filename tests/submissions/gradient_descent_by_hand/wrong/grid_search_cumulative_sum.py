# caught by: test_grid_search_finds_the_best_candidate
# misconception: never_sets_the_total_back
# The total begins above both loops, and the best is chosen by it.
def grid_search(xs, ys, ws):
    costs, total = [], 0
    for w in ws:
        for x, y in zip(xs, ys):
            total += (x * w - y) ** 2 / len(xs)
        costs.append(total)
    return costs, ws[costs.index(min(costs))]
