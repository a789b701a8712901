views_after_transposing = ("D", "B")
