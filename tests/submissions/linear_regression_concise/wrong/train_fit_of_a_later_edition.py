# caught by: test_train_follows_gradient_descent
# misconception: later_edition
# Has the form of a later edition of the book: a model that knows its loss, and its data.
def train(model, data, max_epochs=3):
    optimizer = model.configure_optimizers()
    for _ in range(max_epochs):
        for batch in data.train_dataloader():
            loss = model.training_step(batch)
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
