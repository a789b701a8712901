# caught by: test_grid_search_finds_the_best_candidate
# misconception: takes_the_first_or_the_last_candidate
# Begins with the first candidate and a cost that nothing goes below.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    best_w, lowest = ws[0], -1.0
    for w, c in zip(ws, costs):
        if c < lowest:
            best_w, lowest = w, c
    return costs, best_w
