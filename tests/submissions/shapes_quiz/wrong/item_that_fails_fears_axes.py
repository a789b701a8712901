# caught by: test_item_that_fails_has_the_wrong_number_of_entries
# misconception: answers "A"
# Counts axes and not entries.
item_that_fails = "A"
