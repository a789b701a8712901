# caught by: test_grid_search_returns_the_cost_of_every_candidate
# misconception: takes_the_data_of_the_notebook
# Computes the costs of the notebook's data.
x_data, y_data = np.array([1.0, 2.0, 3.0]), np.array([2.0, 4.0, 6.0])


def grid_search(xs, ys, ws):
    costs = [np.mean((x_data * w - y_data) ** 2) for w in ws]
    return costs, ws[np.argmin(costs)]
