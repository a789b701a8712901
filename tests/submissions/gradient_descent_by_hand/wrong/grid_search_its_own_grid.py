# caught by: test_grid_search_finds_the_best_candidate
# misconception: searches_a_grid_of_its_own
# Searches the grid of the notebook, whatever it is given.
def grid_search(xs, ys, ws):
    ws = np.linspace(0, 4, 41)
    costs = [cost(xs, ys, w) for w in ws]
    return costs, ws[np.argmin(costs)]
