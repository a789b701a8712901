# caught by: test_views_that_fail_have_no_single_answer
# Thinks that zero times anything can be solved for.
views_that_fail = "BC"
