# caught by: test_grid_search_searches_whatever_it_is_given
# misconception: chooses_without_the_first_or_the_last
# Its loop ends one candidate early when it looks for the best.
def grid_search(xs, ys, ws):
    costs = [cost(xs, ys, w) for w in ws]
    best = 0
    for i in range(len(ws) - 1):
        if costs[i] < costs[best]:
            best = i
    return costs, ws[best]
