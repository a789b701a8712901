def linreg(X, w, b):
    ones = torch.ones(len(X), 1, dtype=X.dtype, device=X.device)
    X1 = torch.cat([X, ones], dim=1)
    wb = torch.cat([w, b.unsqueeze(0)], dim=0)
    return X1 @ wb
