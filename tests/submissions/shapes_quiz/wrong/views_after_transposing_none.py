# caught by: test_views_after_transposing_need_even_steps
# misconception: leaves out B
# Thinks that all the lines work.
views_after_transposing = ""
