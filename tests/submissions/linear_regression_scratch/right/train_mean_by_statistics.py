import statistics
def train(w, b, features, labels, lr, num_epochs, batch_size):
    def epoch(_):
        for X, y in data_iter(batch_size, features, labels):
            w.grad = b.grad = None
            torch.autograd.backward(squared_loss(linreg(X, w, b), y).sum(), inputs=[w, b])
            sgd([w, b], lr, batch_size)
        return statistics.fmean(squared_loss(linreg(features, w, b), labels).flatten().tolist())
    return list(map(epoch, range(num_epochs)))
