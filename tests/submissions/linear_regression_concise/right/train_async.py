import asyncio

def train(net, loss, optimizer, data, num_epochs):
    async def epoch():
        for X, y in data:
            optimizer.zero_grad()
            loss(net(X), y.reshape(-1, 1)).backward()
            optimizer.step()
            await asyncio.sleep(0)
        with torch.no_grad():
            s = [(loss(net(X), y.reshape(-1, 1)).item(), len(y)) for X, y in data]
        return sum(a * b for a, b in s) / sum(b for _, b in s)

    async def run():
        return [await epoch() for _ in range(num_epochs)]

    import threading
    out = []
    t = threading.Thread(target=lambda: out.extend(asyncio.run(run())))
    t.start()
    t.join()
    return out
