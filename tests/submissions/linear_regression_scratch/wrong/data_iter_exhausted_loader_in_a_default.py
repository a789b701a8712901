# caught by: test_data_iter_visits_every_row_once
# Keeps one iterator in a dictionary and returns it at every call.
def data_iter(batch_size, features, labels, made={}):
    if "epoch" not in made:
        rows = random.sample(range(len(features)), len(features))
        starts = range(0, len(rows), batch_size)
        parts = [rows[i:i + batch_size] for i in starts]
        made["epoch"] = ((features[j], labels[j]) for j in parts)
    return made["epoch"]
