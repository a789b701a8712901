# caught by: test_mean_kept_has_as_many_axes_as_before
# misconception: answers (4, 3)
# Forgets keepdim.
mean_kept = (4, 3)
