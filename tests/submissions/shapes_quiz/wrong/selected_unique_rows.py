# caught by: test_selected_rows_are_as_many_as_the_index
# misconception: answers (5, 2, 4)
# Takes a repeated index only once.
selected = (5, 2, 4)
