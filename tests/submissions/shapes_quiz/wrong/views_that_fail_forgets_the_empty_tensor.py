# caught by: test_views_that_fail_have_no_single_answer
# misconception: leaves out E
# Thinks that zero times anything can be solved for.
views_that_fail = "BC"
