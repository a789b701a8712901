# caught by: test_init_params_works_through_apply
# misconception: comes_from_a_class_of_a_later_edition
# Lines from a class of a later edition of the book.
def init_params(net):
    self.net.weight.data.normal_(0, 0.01)
    self.net.bias.data.fill_(0)
