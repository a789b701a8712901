def linreg(X, w, b):
    z = torch.complex(torch.zeros_like(X), -X) @ torch.complex(w, torch.zeros_like(w))
    z = z - 1j * b
    return z.conj().imag
