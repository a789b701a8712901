# caught by: test_leaves_come_from_no_recorded_operation
# misconception: leaves out C
# Thinks that a leaf requires gradients.
leaves = ["A"]
