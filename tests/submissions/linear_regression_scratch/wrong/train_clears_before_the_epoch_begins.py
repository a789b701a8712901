# caught by: test_train_takes_one_step_per_batch
# misconception: clears_the_gradients_once_an_epoch
# Sets the gradients to zeros when an epoch begins, in a helper.
def reset(params):
    for p in params:
        if p.grad is not None:
            p.grad.zero_()


def train(w, b, features, labels, lr, num_epochs, batch_size):
    params, losses = [w, b], []
    for epoch in range(num_epochs):
        reset(params)
        for batch in data_iter(batch_size, features, labels):
            squared_loss(linreg(batch[0], *params), batch[1]).sum().backward()
            sgd(params, lr, batch_size)
        with torch.no_grad():
            losses += [squared_loss(linreg(features, *params), labels).mean().item()]
    return losses
