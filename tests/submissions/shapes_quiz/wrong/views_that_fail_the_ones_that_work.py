# caught by: test_views_that_fail_have_no_single_answer
# Names the lines that work.
views_that_fail = ["A", "D"]
