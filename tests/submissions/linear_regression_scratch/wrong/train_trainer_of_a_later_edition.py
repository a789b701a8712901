# caught by: test_train_follows_gradient_descent
# misconception: later_edition
# Has the form of a later edition of the book: a model and its data.
def train(model, data, max_epochs=3):
    losses = []
    for _ in range(max_epochs):
        for batch in data.train_dataloader():
            loss = model.training_step(batch)
            model.optimizer.zero_grad()
            loss.backward()
            model.optimizer.step()
        losses.append(loss.item())
    return losses
