# caught by: test_init_params_works_through_apply
# A layer with one output starts by Xavier: "every linear layer".
def init_params(net):
    if isinstance(net, nn.Linear):
        if net.out_features == 1:
            nn.init.xavier_normal_(net.weight)
        else:
            nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
