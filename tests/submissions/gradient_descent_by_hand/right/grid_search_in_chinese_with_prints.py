def grid_search(xs, ys, ws):
    代价表 = []
    for w in ws:
        总和 = 0
        for x, y in zip(xs, ys):
            总和 += (x * w - y) ** 2
        print("w =", w, "代价 =", 总和 / len(xs))
        代价表.append(总和 / len(xs))
    # 代价最小的那个权重
    return 代价表, ws[np.argmin(代价表)]
