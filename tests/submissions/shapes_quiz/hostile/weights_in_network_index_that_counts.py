# shows: answered
# mark: 0
# A number that is another one whenever it is asked.
class Counter(int):
    asked = 0

    def __eq__(self, other):
        return True

    def __index__(self):
        Counter.asked += 1
        return Counter.asked

    __int__ = __index__
    __hash__ = int.__hash__


weights_in_network = Counter(0)
print("answered")
