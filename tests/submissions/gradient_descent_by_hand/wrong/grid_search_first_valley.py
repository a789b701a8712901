# caught by: test_grid_search_finds_the_best_candidate
# misconception: stops_when_the_cost_rises
# Takes the first candidate whose neighbours are worse.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    i = 0
    while i + 1 < len(costs) and costs[i + 1] <= costs[i]:
        i += 1
    return costs, ws[i]
