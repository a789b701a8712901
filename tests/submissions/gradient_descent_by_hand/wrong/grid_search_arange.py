# caught by: test_grid_search_finds_the_best_candidate
# misconception: searches_a_grid_of_its_own
# Goes through steps of a tenth, as the text does.
def grid_search(xs, ys, ws):
    costs, best_w, lowest = [], None, float("inf")
    for w in np.arange(0.0, 4.0, 0.1):
        c = cost(xs, ys, w)
        costs.append(c)
        if c < lowest:
            lowest, best_w = c, w
    return costs, best_w
