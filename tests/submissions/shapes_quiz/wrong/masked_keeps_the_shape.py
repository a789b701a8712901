# caught by: test_masked_entries_stand_in_one_row
# misconception: answers (4, 5)
# Gives the shape of the mask.
masked = (4, 5)
