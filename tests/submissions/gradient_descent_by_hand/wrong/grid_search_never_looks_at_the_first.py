# caught by: test_grid_search_searches_whatever_it_is_given
# misconception: chooses_without_the_first_or_the_last
# Its loop begins at the second candidate.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    best_w, lowest = ws[0], float("inf")
    for i in range(1, len(ws)):
        if costs[i] < lowest:
            best_w, lowest = ws[i], costs[i]
    return costs, best_w
