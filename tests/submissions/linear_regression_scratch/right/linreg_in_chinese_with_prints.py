def linreg(X, w, b):
    # 线性回归的矢量计算表达式
    print("特征的形状:", tuple(X.shape))
    预测 = torch.linalg.multi_dot([X, w]) + b
    print("预测的形状:", tuple(预测.shape))
    return 预测
