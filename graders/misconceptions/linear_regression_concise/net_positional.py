"""What goes wrong in `net_positional`: an nn.Sequential of one nn.Linear, from num_inputs to 1."""

import ast

from graders.engine.misconceptions import Evidence, sign
from graders.engine.places import calling, statement
from graders.engine.values import Opaque
from graders.misconceptions.linear_regression_concise import _nets

MODULE_LIST = "torch.nn.modules.container.ModuleList"


def probe(net_positional, draw, library, device):
    """Networks for two numbers of inputs, and a second one for the first."""
    return _nets.facts(net_positional, draw, library, device, names=1)


@sign(
    "What does a call in a cell of its own show? Follow the function to its last line.",
    "The network is ready at the end. Which statement hands it to the caller?",
    where=calling("Sequential"),
)
def does_not_hand_the_network_back(e: Evidence):
    """The function ends without handing its network back."""
    return e.stage == "nothing" and e.facts.net.value is None


@sign(
    "How many arguments does `nn.Sequential` get from you, and of which type is each?",
    "It takes the layers one by one. Python can unpack a list where arguments are expected: look "
    "for the sign that stands before the list then.",
    where=calling("Sequential"),
)
def passes_a_list_for_a_layer(e: Evidence):
    """`nn.Sequential` gets a list or a tuple in the place of a layer."""
    return e.error.startswith(
        ("TypeError: list is not a Module subclass", "TypeError: tuple is not a Module subclass")
    )


passes_a_class_for_a_layer = _nets.passes_a_class_for_a_layer
forgets_the_number_of_outputs = _nets.forgets_the_number_of_outputs


@sign(
    "What does `type(...)` say about your result, and what about the one that is asked for?",
    "A chain can also hold a single layer. Which class makes chains?",
    where=statement(ast.Return),
)
def returns_a_bare_layer(e: Evidence):
    """The result is the layer itself, which no chain holds."""
    return e.stage == "kind" and _nets.LINEAR in e.facts.net.kinds


@sign(
    "Can a list be called? Try it with a list that holds one function.",
    "Layers that should run one after another need a chain around them: which class makes it?",
    where=statement(ast.Return),
)
def returns_a_plain_list(e: Evidence):
    """The result is a Python list or tuple: it holds a layer, but it cannot be called."""
    made = e.facts.net.value
    held = isinstance(made, (list, tuple)) and any(
        isinstance(item, Opaque) and item.type == "Linear" for item in made
    )
    return e.stage == "kind" and held


@sign(
    "Which class only stores layers, and which one also calls them one after another?",
    "An `nn.ModuleList` has no `forward`. Look for the container that has one.",
    where=calling("ModuleList"),
)
def keeps_the_layer_in_a_module_list(e: Evidence):
    """An `nn.ModuleList` stores layers, but calling it runs none of them."""
    if e.stage == "raised":
        return "Module [ModuleList] is missing the required" in e.error
    return e.stage == "kind" and e.facts.net.kinds[0] == MODULE_LIST


writes_a_class_instead_of_a_chain = _nets.writes_a_class_instead_of_a_chain


@sign(
    "Print the network. How many chains do you see, and how many are asked for?",
    "The layer stands in a chain that stands in a chain. Which of the two is too much?",
    where=calling("Sequential"),
)
def puts_a_chain_into_the_chain(e: Evidence):
    """The chain holds another chain, and only that one holds the layer."""
    held = e.facts.net.layers.values()
    return _nets.about_layers(e) and [_nets.SEQUENTIAL in kinds for kinds in held] == [True]


uses_a_lazy_layer = _nets.uses_a_lazy_layer
chains_two_linear_layers = _nets.chains_two_linear_layers
forgets_the_bias = _nets.forgets_the_bias
swaps_inputs_and_outputs = _nets.swaps_inputs_and_outputs
makes_more_than_one_output = _nets.makes_more_than_one_output
takes_a_fixed_number_of_inputs = _nets.takes_a_fixed_number_of_inputs


@sign(
    "In the notes the weight is stored with a row for each output. What is its shape here?",
    "`nn.Linear` stores it that way. If you make the weight yourself, look at its two sizes.",
    where=calling("Parameter"),
)
def stores_the_weight_as_a_column(e: Evidence):
    """The weight is stored as a column, (num_inputs, 1), and not as a row."""
    return _nets.about_parameters(e) and e.facts.net.shapes == [(1,), (_nets.D, 1)]


@sign(
    "Call the network twice on the same input. Should the two predictions differ?",
    "Dropout sets features to zero at random while a network trains. Nothing asks for it here.",
    where=calling("Dropout"),
)
def adds_dropout(e: Evidence):
    """A dropout layer sets some of its input to zero, others at every call."""
    net = e.facts.net
    return _nets.about_predictions(e) and net.has(_nets.DROPOUT) > 0 and not net.is_right()


ends_in_a_softmax = _nets.ends_in_a_softmax
ends_in_an_activation = _nets.ends_in_an_activation
flattens_the_predictions = _nets.flattens_the_predictions
hands_out_the_same_network_again = _nets.hands_out_the_same_network_again
puts_the_same_layer_into_every_network = _nets.puts_the_same_layer_into_every_network
freezes_the_parameters = _nets.freezes_the_parameters
