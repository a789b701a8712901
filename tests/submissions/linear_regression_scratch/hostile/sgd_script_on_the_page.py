# shows: shown
# mark: 0
# An error whose text is a script, an image and a closing tag.
def sgd(params, lr, batch_size):
    raise ValueError("</div><script>alert(4)</script><img src=x onerror=alert(4)> shown")
