def forward(x, w):
    # 前向传播: 预测值 = 输入 × 权重
    预测值 = x * w
    print("预测值", 预测值)
    return 预测值
