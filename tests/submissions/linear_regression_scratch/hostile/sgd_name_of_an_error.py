# shows: script
# mark: 0
# A class whose name is a script, and whose text cannot be made.
def refuse(self):
    raise RuntimeError("no text")


Odd = type("<script>x</script>\x1b[0m", (Exception,), {"__str__": refuse, "__repr__": refuse})


def sgd(params, lr, batch_size):
    raise Odd
