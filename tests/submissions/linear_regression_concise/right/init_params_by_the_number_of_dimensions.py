@torch.no_grad()
def init_params(net):
    for p in net.parameters(recurse=False):
        if p.dim() == 2:
            p.normal_(std=0.01)
        else:
            p.zero_()
