def init_params(net: nn.Module) -> None:
    match net:
        case nn.Linear(weight=w, bias=b):
            with torch.no_grad():
                torch.normal(0.0, 0.01, size=w.shape, out=w.data)
                b.zero_()
        case _:
            pass
