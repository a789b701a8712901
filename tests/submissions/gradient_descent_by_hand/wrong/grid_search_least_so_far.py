# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: notes_only_the_improvements
# Notes a cost only when it is the lowest so far.
def grid_search(xs, ys, ws):
    costs, best_w = [], None
    for w in ws:
        c = cost(xs, ys, w)
        if not costs or c < costs[-1]:
            costs.append(c)
            best_w = w
    return costs, best_w
