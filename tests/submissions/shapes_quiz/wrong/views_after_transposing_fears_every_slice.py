# caught by: test_views_after_transposing_need_even_steps
# misconception: takes C
# Thinks that no part of a tensor has a view.
views_after_transposing = "BCD"
