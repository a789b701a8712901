# caught by: test_rearranged_step_by_step
# misconception: answers (4, 1, 6, 3)
# Pushes the axes along instead of exchanging two.
rearranged = (4, 1, 6, 3)
