views_after_transposing = {"B", "D"}
