# caught by: test_tracked_results_have_a_tracked_input
# misconception: leaves out E
# Thinks that a product with zero has no history.
tracked = "A"
