# caught by: test_grid_search_searches_whatever_it_is_given
# Begins at the first candidate with a cost of 99999.
def grid_search(xs, ys, ws):
    costs, best_w, lowest = [], ws[0], 99999
    for w in ws:
        c = np.mean((xs * w - ys) ** 2)
        costs.append(c)
        if c < lowest:
            best_w, lowest = w, c
    return costs, best_w
