# caught by: test_views_that_fail_have_no_single_answer
# Names a line that is not there.
views_that_fail = "BCF"
