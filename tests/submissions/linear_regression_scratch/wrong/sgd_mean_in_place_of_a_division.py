# caught by: test_sgd_steps_against_the_gradient
# misconception: gives_all_entries_the_same_step
# Believes that mean() divides by the batch size.
def sgd(params, lr, batch_size):
    with torch.no_grad():
        for p in params:
            p -= lr * torch.mean(p.grad)
