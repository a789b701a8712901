# caught by: test_views_that_fail_have_no_single_answer
# misconception: takes A
# Names the lines that work.
views_that_fail = ["A", "D"]
