# caught by: test_grid_search_finds_the_best_candidate
# misconception: stops_when_the_cost_rises
# Ends the loop before it notes the higher cost.
def grid_search(xs, ys, ws):
    costs = []
    for w in ws:
        c = cost(xs, ys, w)
        if costs and c > costs[-1]:
            break
        costs.append(c)
        best_w = w
    return costs, best_w
