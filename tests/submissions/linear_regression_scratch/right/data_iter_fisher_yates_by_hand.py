def data_iter(batch_size, features, labels):
    deck = list(range(len(features)))
    for last in range(len(deck) - 1, 0, -1):
        other = random.randint(0, last)  # both ends included
        deck[last], deck[other] = deck[other], deck[last]
    for number, start in enumerate(range(0, len(deck), batch_size), start=1):
        rows = deck[start : number * batch_size]
        yield features[rows, ...], labels[rows, ...]
