"""The questions of the shapes quiz, in the notebook's order.

The right answer to a computed question is what torch says, and each wrong one is what a wrong rule
makes of the same sizes. The sizes are chosen so that no two rules agree. The answers to keyed
questions, and all that is said about them, are in the source notebook only.
"""

import math

from graders.engine.quiz import Number, OneOf, SeveralOf, Shape, TrueFalse, question, written

# --- rows are examples -----------------------------------------------------------------------


@question("weight_shape", Shape())
def test_weight_shape_fits_between_inputs_and_outputs(oracle):
    """In `X @ W` each row of X meets each column of W, entry by entry."""
    n, inputs, outputs = 20, 7, 3
    # The least-squares solution of X W = Y
    solved = f"torch.linalg.lstsq(torch.eye({n}, {inputs}), torch.eye({n}, {outputs})).solution"
    return oracle(f"{solved}.shape"), {
        (outputs, inputs): "That is how `torch.nn.Linear` stores its weight. Here W stands on the "
        "right of X and is not transposed.",
        (n, inputs): "That is the shape of X itself.",
        (n, outputs): "That is the shape of the predictions.",
        (inputs,): "A single column of weights makes a single prediction for each example.",
    }


@question("bias_shape", Shape())
def test_bias_shape_has_a_number_for_each_unit(oracle):
    """A unit of a layer adds one number of its own, the same for all examples."""
    inputs, outputs, n = 11, 4, 30
    return oracle(f"torch.nn.Linear({inputs}, {outputs}).bias.shape"), {
        (inputs,): "The bias is added after the inputs have been summed up: it knows nothing of "
        "their number.",
        (n,): "That is one number for each example. A parameter does not depend on the batch.",
        (1,): "All units would share one number then.",
        (1, outputs): "PyTorch stores it with fewer axes: broadcasting adds the one for the rows.",
        (n, outputs): "That is the bias after broadcasting to the batch, not what is stored.",
    }


@question("sequence_output", Shape())
def test_sequence_output_differs_in_the_last_axis_only(oracle):
    """`torch.nn.Linear` works along the last axis and leaves all axes before it alone."""
    n, moments, inputs, outputs = 16, 5, 9, 2
    called = f"torch.nn.Linear({inputs}, {outputs})(torch.zeros({n}, {moments}, {inputs}))"
    return oracle(f"{called}.shape"), {
        (n, outputs): "Nothing in a linear layer sums over the second axis.",
        (n * moments, outputs): "You merged the two leading axes, and the layer keeps them apart.",
        (n, moments, inputs): "That is the shape of the input: the layer computes new features.",
        (n, moments, inputs, outputs): "The sum over the inputs makes their axis disappear.",
    }


# --- one strip of memory -----------------------------------------------------------------------


@question("minus_one", Shape())
def test_minus_one_is_what_the_product_needs(oracle):
    """`-1` stands for the size that makes the product of all sizes the number of entries."""
    old, first, last = (9, 4, 10), 8, 3
    return oracle(f"torch.zeros{old}.view({first}, -1, {last}).shape"), {
        (first, sum(old) - first - last, last): "You kept the sum of the sizes; `view` keeps their "
        "product.",
        (first, old[1], last): "`-1` does not keep the size that stood in its place before.",
        (first, old[-1], last): "`-1` is no index here: it does not mean the last of the sizes.",
        (first, -1, last): "A tensor that is there has a size on each axis: work the open one out.",
    }


@question("flat_images", Shape())
def test_flat_images_keep_the_axis_of_examples(oracle):
    """`flatten(start_dim=1)` merges all axes from number 1 on, and only those."""
    n, channels, height, width = 24, 3, 6, 5
    images = f"torch.zeros({n}, {channels}, {height}, {width})"
    return oracle(f"{images}.flatten(start_dim=1).shape"), {
        (n, channels + height + width): "You added the sizes: merged axes have the product.",
        (n * channels * height * width,): "You flattened everything, the examples included.",
        (n * channels, height * width): "You merged the axes two by two.",
        (n * channels, height, width): "Axes are counted from zero, and `start_dim` is the first "
        "axis to be merged, not the last.",
        (n, channels, height * width): "That would begin at axis number 2.",
    }


@question("views_that_fail", SeveralOf("ABCDE"))
def test_views_that_fail_have_no_single_answer(oracle):
    """A `view` needs one size, and only one, that fits where `-1` stands."""
    lines = {
        "A": "torch.zeros(4, 6).view(3, -1)",
        "B": "torch.zeros(4, 6).view(-1, -1)",
        "C": "torch.zeros(4, 6).view(5, -1)",
        "D": "torch.zeros(0, 6).view(-1, 3)",
        "E": "torch.zeros(0, 6).view(0, -1)",
    }
    return _raising(oracle, lines), {
        "A": "the new sizes need not divide the old ones, only the number of entries.",
        "B": "many pairs of sizes have this product.",
        "C": "a size is a whole number.",
        "D": "zero entries are a number of entries as well. Solve for the size.",
        "E": "zero times which number is zero?",
    }


@question("views_after_transposing", SeveralOf("ABCDE"))
def test_views_after_transposing_need_even_steps(oracle):
    """`view` only works where the merged axes can be walked in steps of one length, in order."""
    given = "x = torch.arange(12).view(3, 4)"
    lines = {
        "A": "x.t().reshape(12)",
        "B": "x.t().view(12)",
        "C": "x[1:].view(8)",
        "D": "x[:, :2].view(6)",
        "E": "x.t().contiguous().view(12)",
    }
    return _raising(oracle, {letter: f"{given}\n{line}" for letter, line in lines.items()}), {
        "A": "`reshape` has a second way where a view is impossible.",
        "B": "write down where in memory the entries of `x.t()` lie, in the order of reading.",
        "C": "write down where in memory the entries of the two last rows lie.",
        "D": "write down where in memory the entries of the two left columns lie.",
        "E": "`contiguous` lays the entries out anew, in the order of reading.",
    }


@question("sum_after_writing", Number())
def test_sum_after_writing_sees_the_same_memory(oracle):
    """A view has no numbers of its own, and it reads the memory row by row."""
    n, rows, columns, row, column, new = 10, 2, 5, 1, 2, 40
    old = sum(range(n))
    written_ = f"x.view({rows}, {columns})[{row}, {column}].fill_({new})"
    right = oracle(f"(x := torch.arange({n}), {written_}, x.sum().item())[-1]")
    return right, {
        old: "You took the view for a copy.",
        old - (row + rows * column) + new: "You counted column by column.",
        old - ((row - 1) * columns + column - 1) + new: "You counted rows and columns from one.",
        old + new: "You added the new number, but it takes the place of an old one.",
    }


# --- broadcasting ----------------------------------------------------------------------------


@question("difference_shape", Shape())
def test_difference_shape_follows_from_lining_up(oracle):
    """Shapes are lined up at their right ends, and each axis of size one is stretched."""
    n = 9
    difference = f"torch.zeros({n}, 1) - torch.zeros({n}, 1).view(-1)"
    return oracle(f"({difference}).shape"), {
        (n, 1): "You took the entries in pairs. But where the shapes are lined up at the right, "
        "which sizes stand above each other?",
        (n,): "Only the labels have been flattened, and the result has the axes of the longer "
        "shape.",
        (n, 2): "Subtracting is done entry by entry: it puts nothing side by side.",
    }


@question("mean_square", Number())
def test_mean_square_averages_every_entry(oracle):
    """`mean` divides by the number of entries of the tensor that it is called on."""
    labels = [1.0, 4.0, 10.0]
    squares = [(y_hat - y) ** 2 for y_hat in labels for y in labels]
    column = [[y] for y in labels]
    right = oracle(f"((torch.tensor({column}) - torch.tensor({labels})) ** 2).mean().item()")
    return right, {
        0: "You compared each prediction with its own label only. What shape has the difference?",
        sum(squares): "That is the sum. `mean` divides it.",
        sum(squares) / len(labels): "You divided by the number of predictions. How many entries "
        "has the difference?",
        sum(abs(y_hat - y) for y_hat in labels for y in labels) / len(squares): "You forgot to "
        "square.",
    }


@question("stretched", Shape())
def test_stretched_axes_are_those_of_size_one(oracle):
    """Of two sizes that stand above each other the larger one counts, if the other is one."""
    a, b, c = 4, 6, 5
    return oracle(f"(torch.zeros({a}, 1, {b}) * torch.zeros({c}, 1)).shape"), {
        (a, 1, b): "An axis of size one is stretched in the first factor, too.",
        (a, c, 1): "An axis of size one is stretched in the second factor, too.",
        (a, b, c): "A missing axis is added at the left end of a shape: no new one appears at the "
        "right.",
        (a, c, b, 1): "The shapes are laid on top of each other, not joined.",
    }


@written("why_reshape")
def test_why_reshape_is_explained():
    """What goes wrong without the `reshape`, from the subtraction to the trained model."""


# --- products --------------------------------------------------------------------------------


@question("matrix_times_vector", Shape())
def test_matrix_times_vector_sums_over_the_columns(oracle):
    """A product sums over one axis of each factor, and the axes that are left make the result."""
    rows, columns = 5, 8
    return oracle(f"(torch.zeros({rows}, {columns}) @ torch.zeros({columns})).shape"), {
        (rows, 1): "A column has two axes. Which axis of the vector is left after the sum?",
        (columns,): "You summed over the rows.",
        (rows, columns): "That is what `*` gives; `@` sums.",
        (1, rows): "Nothing turns the result into a row.",
    }


@question("product_that_fails", OneOf("ABCD"))
def test_product_that_fails_is_given_the_wrong_number_of_axes(oracle):
    """The products differ in how many axes they accept: one, two, or any number."""
    given = "M = torch.zeros(3, 4)\nv = torch.zeros(4)"
    lines = {"A": "v @ v", "B": "M * v", "C": "torch.mm(M, v)", "D": "torch.mm(M, v.view(4, 1))"}
    return _raising(oracle, {letter: f"{given}\n{line}" for letter, line in lines.items()}), {
        "A": "`@` takes two vectors of one length and sums over their only axis.",
        "B": "`*` works entry by entry, and these shapes fit together by broadcasting.",
        "D": "The view is a column with two axes, and 4 columns meet 4 rows.",
    }


# --- picking ---------------------------------------------------------------------------------


@question("selected", Shape())
def test_selected_rows_are_as_many_as_the_index(oracle):
    """`index_select` walks along one axis and takes one slice for each number of the index."""
    sizes, axis, index = (5, 9, 4), 1, [8, 0, 0]

    def along(which: int, size: int) -> tuple[int, ...]:
        return (*sizes[:which], size, *sizes[which + 1 :])

    right = oracle(f"torch.zeros{sizes}.index_select({axis}, torch.tensor({index})).shape")
    return right, {
        along(axis - 1, len(index)): "Axes are counted from zero.",
        along(axis, len(set(index))): "A number that stands twice in the index is taken twice.",
        along(axis, sizes[axis] - len(index)): "The index says what to take, not what to leave "
        "out.",
        along(2, len(index)): "You went along the last axis. Which argument names the axis?",
    }


@question("int_and_slice", Shape())
def test_int_and_slice_treat_their_axis_differently(oracle):
    """A whole number takes its axis away; a slice shortens its axis and leaves it there."""
    sizes, number, start, stop = (6, 8, 3), 2, 1, 2
    return oracle(f"torch.zeros{sizes}[{number}, {start}:{stop}].shape"), {
        (sizes[2],): "A slice keeps its axis, however short it is.",
        (1, stop - start, sizes[2]): "A whole number does not leave an axis of size one behind.",
        (stop - start + 1, sizes[2]): "The end of a slice does not belong to it.",
        (sizes[0], stop - start, sizes[2]): "You overlooked what the first number does.",
    }


@question("masked", Shape())
def test_masked_entries_stand_in_one_row(oracle):
    """A boolean mask of a tensor's own shape picks the entries where it is True, one by one."""
    rows, columns, divisor, rest = 4, 5, 3, 1
    n = rows * columns
    hits = sum(k % divisor == rest for k in range(n))
    x = f"torch.arange({n}).view({rows}, {columns})"
    return oracle(f"(x := {x})[x % {divisor} == {rest}].shape"), {
        (rows, columns): "The mask has this shape. What is picked need not fill a rectangle.",
        (n - hits,): "You counted the entries where the mask is False.",
        (hits, 2): "That is the shape of the positions (`nonzero`), not of the entries there.",
        (n // divisor,): "Write the entries down: is every rest equally frequent?",
    }


# --- turning, reducing, joining --------------------------------------------------------------


@question("rearranged", Shape())
def test_rearranged_step_by_step(oracle):
    """Each step counts the axes of what the step before has left."""
    one, a, b, c = 1, 6, 3, 4
    steps = "squeeze(0).transpose(0, 2).unsqueeze(1)"
    return oracle(f"torch.zeros({one}, {a}, {b}, {c}).{steps}.shape"), {
        (c, b, 1, a): "`unsqueeze(1)` makes an axis that has the number 1 afterwards.",
        (c, 1, a, b): "`transpose` exchanges two axes, and does not push the others along.",
        (b, 1, a, 1, c): "`squeeze(0)` takes the axis away, and the counting begins at the next.",
        (a, 1, b, c): "You left out `transpose`.",
    }


@question("mean_kept", Shape())
def test_mean_kept_has_as_many_axes_as_before(oracle):
    """`dim` is the axis that is averaged away, and `keepdim` leaves a size of one in its place."""
    a, b, c = 4, 6, 3
    return oracle(f"torch.zeros({a}, {b}, {c}).mean(dim=1, keepdim=True).shape"), {
        (a, c): "You forgot `keepdim`.",
        (1, b, c): "Axes are counted from zero.",
        (1, b, 1): "You averaged over all the axes except the one that `dim` names.",
        (a, c, 1): "The axis of size one stays where the averaged axis was.",
    }


@question("joined", Shape())
def test_joined_along_an_old_and_a_new_axis(oracle):
    """`cat` makes an axis longer that is there already, and `stack` makes a new one."""
    rows, one, other = 4, 2, 3
    both = one + other
    a, b, c = (f"torch.zeros({rows}, {size})" for size in (one, other, both))
    return oracle(f"torch.stack([torch.cat([{a}, {b}], dim=1), {c}]).shape"), {
        (2 * rows, both): "You used `cat` twice. `stack` puts whole tensors into a new axis.",
        (rows, 2 * both): "You used `cat` twice, along the columns.",
        (rows, both, 2): "Where does `stack` put the new axis if nothing is said?",
        (3, rows, both): "Three tensors come in, but how many does `stack` get?",
    }


@question("item_that_fails", OneOf("ABCD"))
def test_item_that_fails_has_the_wrong_number_of_entries(oracle):
    """`item` asks how many entries there are, not how many axes."""
    lines = {
        "A": "torch.ones(1, 1, 1).item()",
        "B": "torch.tensor(3).item()",
        "C": "torch.ones(2, 1).sum().item()",
        "D": "torch.ones(2, 1).item()",
    }
    return _raising(oracle, lines), {
        "A": "However many axes: how many entries are there?",
        "B": "A tensor without axes has one entry all the same.",
        "C": "What is left after `sum`?",
    }


# --- what autograd remembers -----------------------------------------------------------------


@question("second_backward", Number())
def test_second_backward_meets_the_gradient_of_the_first(oracle):
    """`backward` adds to `.grad` whatever gradient it has found."""
    x, factor = 3, 5
    first, second = 2 * x, factor
    made = f"x := torch.tensor({x}.0, requires_grad=True)"
    twice = f"(x ** 2).backward(), ({factor} * x).backward()"
    return oracle(f"({made}, {twice}, x.grad.item())[-1]"), {
        second: "You let the second gradient take the place of the first.",
        first: "You let the first gradient stand as it was.",
        first * second: "The two gradients do not meet in a product.",
        x**2 + factor * x: "These are the values of the two expressions, not their slopes.",
    }


@question("leaves", SeveralOf("ABCDE"))
def test_leaves_come_from_no_recorded_operation(oracle):
    """A leaf is a tensor that autograd has not seen being computed."""
    given = "w := torch.ones(3, requires_grad=True)"
    tensors = {
        "A": "w",
        "B": "2 * w",
        "C": "torch.zeros(3)",
        "D": "w.detach()",
        "E": "0.1 * torch.ones(3, requires_grad=True)",
    }
    return _true_of(oracle, given, tensors, "is_leaf"), {
        "A": "which operation made it?",
        "B": "autograd has recorded the multiplication.",
        "C": "`is_leaf` asks for no gradients: has autograd recorded how this was made?",
        "D": "what does autograd know of its origin?",
        "E": "which tensor was created with `requires_grad=True`, and is it the one you get?",
    }


@question("tracked", SeveralOf("ABCDE"))
def test_tracked_results_have_a_tracked_input(oracle):
    """A result requires gradients if one of its inputs does, whatever the numbers are."""
    given = "w := torch.ones(3, requires_grad=True), x := torch.arange(3.0)"
    tensors = {
        "A": "w * x",
        "B": "x * x",
        "C": "w.detach() * x",
        "D": "w.data * x",
        "E": "0 * w",
    }
    return _true_of(oracle, given, tensors, "requires_grad"), {
        "A": "is one tracked input enough?",
        "B": "which of the inputs asked for gradients?",
        "C": "`detach` gives the numbers without the history.",
        "D": "`.data` gives the numbers without the history.",
        "E": "autograd follows operations and does not look at the values.",
    }


@question("detached_memory", TrueFalse())
def test_detached_memory_is_not_the_graph(oracle):
    """`detach` leaves the graph, and that is all it does."""
    n, place, new = 4, 2, 5
    made = f"w := torch.zeros({n}, requires_grad=True), d := w.detach()"
    right = oracle(f"({made}, d[{place}].fill_({new}), w[{place}].item() == {new})[-1]")
    return right, {not right: "Being outside the graph and being a copy are two different things."}


# --- networks and their losses -----------------------------------------------------------------


@question("weights_in_network", Number())
def test_weights_in_network_join_neighbouring_layers(oracle):
    """Between two neighbouring layers each unit of the one has a weight for each of the other."""
    a, b, c = 12, 9, 5
    layers = f"torch.nn.Linear({a}, {b}), torch.nn.Linear({b}, {c})"
    return oracle(f"sum(layer.weight.numel() for layer in ({layers}))"), {
        a * b * c: "You multiplied all widths; the matrices are counted one by one.",
        a + b + c: "These are the units. The weights are between them.",
        a * b + b * c + b + c: "You counted the biases, too.",
        a * c: "You went from the inputs to the outputs without the hidden layer.",
    }


@question("parameters_in_network", Number())
def test_parameters_in_network_include_the_biases(oracle):
    """The parameters are the weights, and a bias for each unit that computes something."""
    a, b, c, d = 6, 10, 7, 3
    weights = a * b + b * c + c * d
    layers = f"torch.nn.Linear({a}, {b}), torch.nn.Linear({b}, {c}), torch.nn.Linear({c}, {d})"
    right = oracle(f"sum(p.numel() for p in torch.nn.Sequential({layers}).parameters())")
    return right, {
        weights: "These are the weights alone.",
        weights + a + b + c + d: "The inputs are given, not computed: they have no biases.",
        weights + 3: "You counted one bias for each layer.",
        weights + b + c: "You forgot the biases of the last layer.",
    }


@question("stacked_layers", OneOf("ABCD"), keyed=True)
def test_stacked_layers_follow_from_substitution():
    """Putting one layer's formula into the next one's shows what they compute together."""


@question("softmax_in_float32", OneOf("ABCD"))
def test_softmax_in_float32_follows_the_arithmetic_of_inf(oracle):
    """Where an exponential is too large for float32 it is inf, and inf has an arithmetic."""
    results = {
        "A": "[0.73, 0.27, 0]",
        "B": "[nan, nan, 0]",
        "C": "[inf, inf, 0]",
        "D": "[nan, nan, nan]",
    }
    exp = "torch.exp(torch.tensor([100.0, 99.0, 0.0]))"
    found = oracle(f"({exp} / {exp}.sum()).tolist()")
    shown = f"[{', '.join(f'{p:.2g}' for p in found)}]"
    return next(letter for letter, result in results.items() if result == shown), {
        "A": "That is the softmax on paper. Does each of the exponentials fit into float32?",
        "C": "What is divided by what? Look at the denominator, too.",
        "D": "Look at each entry by itself: not all the numerators are inf.",
    }


@question("softmax_shift", OneOf("ABCD"), keyed=True)
def test_softmax_shift_shows_in_the_fraction():
    """What a common shift of all scores does can be read off the fraction of exponentials."""


@question("one_score", TrueFalse(), keyed=True)
def test_one_score_stands_in_the_fraction():
    """What one score does to all probabilities can be read off the fraction of exponentials."""


@question("loss_at_start", Number(tolerance=1e-3))
def test_loss_at_start_is_that_of_guessing(oracle):
    """Cross entropy is minus the natural logarithm of the label's probability, on average."""
    n, classes = 6, 4
    scores, labels = f"torch.zeros({n}, {classes})", f"torch.zeros({n}, dtype=torch.long)"
    return oracle(f"torch.nn.functional.cross_entropy({scores}, {labels}).item()"), {
        math.log(n): "You shared the probability out among the examples. What do the scores of "
        "one example stand for?",
        1 / classes: "That is the probability of the label. The loss is made from it.",
        -math.log(classes): "Mind the sign: a probability below one has a negative logarithm.",
        n * math.log(classes): "That is the sum over the batch.",
        math.log2(classes): "You took the logarithm to base two.",
    }


# --- steps -----------------------------------------------------------------------------------


@question("steps_per_epoch", Number())
def test_steps_per_epoch_include_the_short_batch(oracle):
    """An epoch takes one step for each batch, and every example is in one of them."""
    n, batch_size = 500, 48
    return oracle(f"len(torch.zeros({n}).split({batch_size}))"), {
        n // batch_size: "What becomes of the examples that do not fill a batch?",
        n / batch_size: "There is no such thing as a part of a step.",
        n: "That would be one step for each example.",
        batch_size: "That is the number of examples in a batch.",
    }


@question("sum_instead_of_mean", OneOf("ABCD"), keyed=True)
def test_sum_instead_of_mean_shows_in_the_gradient():
    """What another way of reducing the loss does to a step can be read off the gradient."""


@question("gradient_noise", OneOf("ABCD"), keyed=True)
def test_gradient_noise_can_be_calculated():
    """How an average scatters can be calculated from how its terms do."""


@question("full_batch", TrueFalse(), keyed=True)
def test_full_batch_and_the_order_of_the_examples():
    """What shuffling can change follows from what it decides."""


@written("why_large_batches")
def test_why_large_batches_are_explained():
    """Why the loss is higher after as many epochs, and a remedy with its price."""


def _raising(oracle, lines: dict[str, str]) -> str:
    """The letters of the lines that raise an exception."""
    return "".join(letter for letter, line in lines.items() if oracle.raises(line))


def _true_of(oracle, given: str, tensors: dict[str, str], attribute: str) -> str:
    """The letters of the expressions in the tensors that are given whose attribute is True."""
    return "".join(
        letter
        for letter, tensor in tensors.items()
        if oracle(f"({given}, ({tensor}).{attribute})[-1]")
    )
