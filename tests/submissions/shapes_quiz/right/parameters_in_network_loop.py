widths = [6, 10, 7, 3]
parameters_in_network = 0
for inputs, units in zip(widths, widths[1:]):
    parameters_in_network += inputs * units + units
