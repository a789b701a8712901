# caught by: test_grid_search_finds_the_best_candidate
# misconception: takes_the_first_or_the_last_candidate
# Sets the lowest cost before it compares.
def grid_search(xs, ys, ws):
    costs, best_w = [], ws[0]
    for w in ws:
        c = cost(xs, ys, w)
        lowest = c
        costs.append(c)
        if c <= lowest:
            best_w = w
    return costs, best_w
