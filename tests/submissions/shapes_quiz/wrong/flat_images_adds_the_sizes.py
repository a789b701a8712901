# caught by: test_flat_images_keep_the_axis_of_examples
# misconception: answers (24, 14)
# Adds the sizes of the axes instead of multiplying them.
flat_images = (24, 3 + 6 + 5)
