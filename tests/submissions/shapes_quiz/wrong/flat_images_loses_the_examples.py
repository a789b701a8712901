# caught by: test_flat_images_keep_the_axis_of_examples
# misconception: answers (2160,)
# Flattens the axis of the examples, too.
flat_images = (24 * 3 * 6 * 5,)
