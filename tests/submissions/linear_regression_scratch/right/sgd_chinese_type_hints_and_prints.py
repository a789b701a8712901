import sys


# 小批量随机梯度下降:参数沿梯度的反方向移动
def sgd(参数: list[torch.Tensor], 学习率: float, 批量: int) -> None:
    for 参 in 参数:
        参.data -= 学习率 * 参.grad / 批量
        print("更新了", tuple(参.shape), file=sys.stderr)
