# caught by: test_sum_after_writing_sees_the_same_memory
# misconception: answers 80
# Counts the entries column by column.
sum_after_writing = 80
