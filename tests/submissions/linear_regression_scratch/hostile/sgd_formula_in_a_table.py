# shows: shown
# mark: 0
# An error whose text a spreadsheet would calculate.
def sgd(params, lr, batch_size):
    raise ValueError("=HYPERLINK(\"http://example.com\") shown")
