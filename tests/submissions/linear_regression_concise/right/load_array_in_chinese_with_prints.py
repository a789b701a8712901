def load_array(data_arrays, batch_size, is_train=True):
    """构造一个PyTorch数据迭代器"""
    数据集 = TensorDataset(*data_arrays)
    # 训练时打乱顺序,测试时不打乱
    if is_train:
        加载器 = DataLoader(数据集, batch_size=batch_size, shuffle=True)
    else:
        加载器 = DataLoader(数据集, batch_size=batch_size, shuffle=False)
    print("样本数:", len(数据集), "批量数:", len(加载器))
    return 加载器
