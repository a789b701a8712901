def data_iter(batch_size, features, labels):
    """小批量读取数据:每次返回 batch_size 个随机样本的特征和标签。"""
    样本数 = len(features)
    顺序 = np.arange(样本数)
    np.random.shuffle(顺序)  # 样本的读取顺序是随机的
    起点 = 0
    while 起点 < 样本数:
        终点 = min(起点 + batch_size, 样本数)  # 最后一次可能不足一个 batch
        下标 = torch.as_tensor(顺序[起点:终点], device=features.device)
        yield features.index_select(0, 下标), labels.index_select(0, 下标)
        起点 = 终点
