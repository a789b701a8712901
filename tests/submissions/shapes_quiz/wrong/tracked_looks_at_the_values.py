# caught by: test_tracked_results_have_a_tracked_input
# Thinks that a product with zero has no history.
tracked = "A"
