# caught by: test_grid_search_finds_the_best_candidate
# misconception: returns_nothing
# Prints the best weight and returns nothing.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    print("costs:", costs, "best:", ws[np.argmin(costs)])
