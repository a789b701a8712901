# caught by: test_grid_search_finds_the_best_candidate
# misconception: expects_tensors
# Hands a NumPy array to torch.
def grid_search(xs, ys, ws):
    costs = np.array([cost(xs, ys, w) for w in ws])
    return costs, ws[torch.argmin(costs)]
