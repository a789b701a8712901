# caught by: test_grid_search_finds_the_best_candidate
# misconception: takes_the_highest_cost
# Takes the highest cost.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    return costs, ws[np.argmax(costs)]
