# caught by: test_sum_after_writing_sees_the_same_memory
# misconception: answers 45
# Takes the view for a copy.
sum_after_writing = 45
