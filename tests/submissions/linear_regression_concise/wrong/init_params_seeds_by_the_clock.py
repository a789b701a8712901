# caught by: test_init_params_draws_afresh
# misconception: draws_the_same_numbers_again
# Seeds with the time of day: "the function does not seed the random numbers".
import time

def init_params(net):
    if isinstance(net, nn.Linear):
        torch.manual_seed(time.time_ns() % 2**60)
        nn.init.normal_(net.weight, 0, 0.01)
        nn.init.zeros_(net.bias)
