# caught by: test_views_that_fail_have_no_single_answer
# misconception: takes D
# Thinks that an empty tensor has no views.
views_that_fail = "BCDE"
