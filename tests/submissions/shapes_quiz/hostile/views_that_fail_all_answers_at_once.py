# shows: answered
# mark: 0
# Every answer that there is.
views_that_fail = "ABCDEFGH"
print("answered")
