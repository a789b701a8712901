"""Quiz questions: which forms an answer may have, what counts as right, and what is said."""

import inspect
import json
import math
from types import SimpleNamespace

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from graders.engine import values as near
from graders.engine.checks import declared
from graders.engine.expect import Mistake
from graders.engine.keys import Key
from graders.engine.outcomes import CheckResult, Outcome
from graders.engine.quiz import (
    WAITS,
    Number,
    OneOf,
    SeveralOf,
    Shape,
    TrueFalse,
    question,
    written,
)
from graders.engine.returned import Unanswered
from graders.engine.running import run_check
from graders.engine.values import Tensor
from graders.engine.worker import calls
from graders.engine.worker import values as far

KINDS = [
    pytest.param(kind, id=type(kind).__name__)
    for kind in (Shape(), Number(), TrueFalse(), OneOf("ABCD"), SeveralOf("ABCD"))
]
fast = settings(max_examples=80, deadline=None, database=None)


def out(value):
    """What the grading process gets of a variable with this value."""
    blobs: list[bytes] = []
    form = json.loads(json.dumps(far.encode(value, blobs)))
    return near.decode(form, blobs)


def read(kind, value):
    return kind.read(out(value))


class Thing:
    def __repr__(self) -> str:
        return "a thing"


# --- shapes ----------------------------------------------------------------------------------

SIZES = st.lists(st.integers(-3, 10**9), max_size=5)


@fast
@given(SIZES)
def test_every_form_of_a_shape_is_the_same(sizes):
    forms = [sizes, tuple(sizes), list(np.array(sizes, dtype=int)), np.array(sizes, int).tolist()]
    if all(size >= 0 for size in sizes):
        forms.append(torch.Size(sizes))
    assert {read(Shape(), form) for form in forms} == {tuple(sizes)}


def test_the_shape_of_a_tensor_and_of_an_array_are_shapes():
    assert read(Shape(), torch.zeros(6, 20).shape) == (6, 20)
    assert read(Shape(), np.zeros((6, 20)).shape) == (6, 20)
    assert read(Shape(), torch.zeros(()).shape) == ()


@pytest.mark.parametrize(
    "value",
    [
        24,
        "(1, 24)",
        (1.0, 24.0),
        (True, 24),
        (np.bool_(True), 24),
        (np.float32(1), 24),
        ("1", "24"),
        [[1, 24]],
        (1, None),
        {1, 24},
        {1: 24},
        None,
        (1, ...),
        torch.tensor([1, 24]),
        np.array([1, 24]),
    ],
    ids=str,
)
def test_what_is_no_shape_is_malformed(value):
    assert read(Shape(), value) is None


@pytest.mark.parametrize("size", [math.nan, math.inf])
def test_a_whole_number_that_is_none_is_malformed(size):
    assert Shape().read([near.Scalar(size, "int64")]) is None


def test_a_shape_is_right_to_the_letter():
    assert Shape().same((1, 24), (1, 24))
    assert Shape().same((1, 24), [1, 24])
    for other in ((24, 1), (24,), (1, 1, 24), (1, 25), ()):
        assert not Shape().same((1, 24), other)


def test_the_sentence_of_a_shape_is_that_of_the_same_shape():
    wrong = {(24,): "You merged all axes.", (1, 2, 12): "Nothing happened."}
    assert Shape().slip((24,), (1, 24), wrong) == ("answers (24,)", "You merged all axes.")
    assert Shape().slip((1, 2, 12), (1, 24), wrong) == (
        "answers (1, 2, 12)",
        "Nothing happened.",
    )
    assert Shape().slip((2, 12), (1, 24), wrong) is None
    assert Shape().show((24,)) == "(24,)"


# --- numbers ---------------------------------------------------------------------------------

FORMS_OF_SEVEN = [
    7,
    7.0,
    np.float64(7),
    np.float32(7),
    np.int64(7),
    np.uint8(7),
    np.array(7),
    np.array(7.0),
    torch.tensor(7),
    torch.tensor(7.0),
    torch.tensor([7.0]),
    torch.tensor([[7]]),
    torch.tensor(7, dtype=torch.uint8),
    torch.tensor(7.0, dtype=torch.float64, requires_grad=True),
    torch.tensor(7.0, dtype=torch.bfloat16),
]


@pytest.mark.parametrize("value", FORMS_OF_SEVEN, ids=lambda v: f"{type(v).__name__} {v}")
def test_every_form_of_a_number_is_the_same(value):
    found = read(Number(), value)
    assert found == 7.0
    assert type(found) is float


@fast
@given(st.integers(-(2**53), 2**53) | st.floats(allow_nan=False))
def test_a_number_keeps_its_value(value):
    forms = [value, float(value), torch.tensor([value], dtype=torch.float64), np.array(value)]
    assert {read(Number(), form) for form in forms} == {float(value)}


@pytest.mark.parametrize(
    "value",
    [
        True,
        False,
        np.bool_(True),
        np.array(True),
        torch.tensor(True),
        "7",
        [7],
        (7,),
        {7},
        None,
        1j,
        np.array([7.0]),
        torch.tensor([7.0, 7.0]),
        torch.tensor([]),
        torch.tensor(1j),
        Thing(),
    ],
    ids=str,
)
def test_what_is_no_number_is_malformed(value):
    assert read(Number(), value) is None


def test_a_number_beyond_all_floats_is_malformed():
    # No worker of ours sends one, but a submission can forge what its worker sends
    assert Number().read(10**400) is None


def test_a_tensor_of_a_dtype_without_values_is_not_read_as_zero():
    assert read(Number(), torch.tensor(7, dtype=torch.uint16)) in (7.0, None)


def test_without_a_tolerance_a_number_is_exact_but_for_rounding():
    assert Number().same(0.1 + 0.2, 0.3)
    assert Number().same(42.0, 42)
    assert Number().same(float(np.float32(28.000002)), 28)  # computed in float32
    assert not Number().same(42.001, 42)
    assert not Number().same(-42.0, 42)
    assert not Number().same(1e-9, 0)
    assert Number().same(0.0, 0)


@fast
@given(st.floats(0.01, 0.2), st.floats(1e-6, 1e9), st.sampled_from([-1, 1]), st.floats(0, 0.99))
def test_what_is_within_the_tolerance_is_right(tolerance, right, sign, share):
    right *= sign
    for direction in (-1, 1):
        assert Number(tolerance).same(right * (1 + direction * share * tolerance), right)


@fast
@given(st.floats(0.01, 0.2), st.floats(1e-6, 1e9), st.sampled_from([-1, 1]), st.floats(1.3, 50))
def test_what_is_beyond_the_tolerance_is_wrong(tolerance, right, sign, factor):
    right *= sign
    for direction in (-1, 1):
        assert not Number(tolerance).same(right * (1 + direction * factor * tolerance), right)


def test_the_tolerance_is_a_part_of_the_right_number():
    assert Number(0.1).same(10.99, 10)
    assert not Number(0.1).same(11.05, 10)
    assert not Number(0.5).same(19, 10)


@pytest.mark.parametrize("tolerance", [0.0, 0.1])
@pytest.mark.parametrize("bad", [math.nan, math.inf, -math.inf])
def test_not_a_number_and_infinity_are_right_only_where_they_are_expected(bad, tolerance):
    kind = Number(tolerance)
    assert kind.same(bad, bad)
    for other in {0.0, 1.0, 1e308, math.nan, math.inf, -math.inf} - {bad}:
        if not (math.isnan(bad) and math.isnan(other)):
            assert not kind.same(other, bad)
            assert not kind.same(bad, other)


def test_the_form_of_a_number_says_how_far_off_it_may_be():
    assert Number().form == "a number"
    assert Number(0.05).form == "a number (it may be off by 5 %)"


def test_the_sentence_of_a_number_is_that_of_a_number_within_the_tolerance():
    wrong = {12: "You forgot to halve.", 3: "You halved twice."}
    assert Number(0.01).slip(12.05, 6, wrong) == ("answers 12.05", "You forgot to halve.")
    assert Number().slip(12.05, 6, wrong) is None
    assert Number().slip(12.0, 6, wrong) == ("answers 12", "You forgot to halve.")
    assert Number().show(12.0) == "12"
    assert Number().show(math.nan) == "nan"


@pytest.mark.parametrize("right", ["7", None, True, (7,)])
def test_a_right_answer_that_is_no_number_is_nobodys(right):
    assert not Number().same(7.0, right)


# --- true or false ---------------------------------------------------------------------------


@pytest.mark.parametrize("answer", [True, False])
def test_every_form_of_a_truth_value_is_the_same(answer):
    for form in (answer, np.bool_(answer)):
        assert read(TrueFalse(), form) is answer
    assert TrueFalse().same(answer, answer)
    assert not TrueFalse().same(answer, not answer)
    assert TrueFalse().show(answer) == str(answer)


@pytest.mark.parametrize("value", [1, 0, 1.0, "True", None, [True], np.int64(1), np.float32(0)])
def test_what_is_no_truth_value_is_malformed(value):
    assert read(TrueFalse(), value) is None


def test_the_sentence_of_a_truth_value_is_its_own():
    wrong = {False: "It does.", True: "It does not."}
    assert TrueFalse().slip(False, True, wrong) == ("answers False", "It does.")
    assert TrueFalse().slip(True, False, {False: "It does."}) is None


# --- one letter ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "value",
    ["B", "b", " B ", "B.", "(B)", "b)", "( b. )", "B\n", "Ｂ。"],
    ids=lambda text: f"<{text}>",
)
def test_every_form_of_a_letter_is_the_same(value):
    assert read(OneOf("ABCD"), value) == "B"


@pytest.mark.parametrize(
    "value", ["E", "", " ", "AB", "A B", "B!", "ß", 1, None, True, ["B"], {"B"}, ("B",), "A, B"]
)
def test_what_is_not_one_of_the_letters_is_malformed(value):
    assert read(OneOf("ABCD"), value) is None


def test_only_letters_that_stand_to_choice_can_be_chosen():
    assert [read(OneOf("AB"), letter) for letter in "ABC"] == ["A", "B", None]
    assert OneOf("ABC").form == 'one of the letters A, B, C, such as "A"'


def test_a_letter_is_right_in_whatever_form_the_key_has_it():
    assert OneOf("ABCD").same("B", "B")
    assert OneOf("ABCD").same("B", "b")
    assert not OneOf("ABCD").same("B", "A")
    assert not OneOf("ABCD").same("B", "E")


def test_the_sentence_of_a_letter_is_its_own():
    wrong = {"A": "Not so.", "C": "Nor so."}
    assert OneOf("ABCD").slip("A", "B", wrong) == ('answers "A"', "Not so.")
    assert OneOf("ABCD").slip("D", "B", {"A": "Not so."}) is None
    assert OneOf("ABCD").show("A") == '"A"'


# --- several letters -------------------------------------------------------------------------


@fast
@given(st.frozensets(st.sampled_from("ABCD")), st.randoms())
def test_every_form_of_some_letters_is_the_same(letters, order):
    shuffled = list(letters)
    order.shuffle(shuffled)
    forms = [
        shuffled,
        tuple(shuffled),
        set(letters),
        frozenset(letters),
        [letter.lower() for letter in shuffled],
        [f" {letter} " for letter in shuffled],
        *(separator.join(shuffled) for separator in (*" ,.\n、，", ", ", "; ", "")),
        "".join(chr(ord(letter) + 0xFEE0) for letter in shuffled),  # of full width
        f"[{', '.join(shuffled)}]",
        "".join(shuffled).lower(),
        f"({', '.join(shuffled)}).",
        shuffled * 2,
    ]
    assert {read(SeveralOf("ABCD"), form) for form in forms} == {letters}


@pytest.mark.parametrize(
    "value",
    [
        "AE",
        "A/C",
        "A and C",
        "A-C",
        ["AC"],
        ["A", 1],
        ["A", None],
        ["A", ""],
        ("A", ["C"]),
        {3},
        {"A": True},
        1,
        None,
        True,
        ...,
    ],
    ids=str,
)
def test_what_is_not_some_of_the_letters_is_malformed(value):
    assert read(SeveralOf("ABCD"), value) is None


def test_no_letter_at_all_is_an_answer_too():
    assert [read(SeveralOf("AB"), none) for none in ("", " ", [], (), set())] == [frozenset()] * 5
    assert SeveralOf("AB").same(frozenset(), "")
    assert not SeveralOf("AB").same(frozenset(), "A")


def test_all_of_the_letters_and_no_other_are_right():
    kind, right = SeveralOf("ABCD"), "AC"
    assert kind.same(frozenset("AC"), right)
    assert kind.same(frozenset("AC"), ["C", "A"])
    for answer in ("A", "C", "ABC", "AB", "BD", ""):
        assert not kind.same(frozenset(answer), right)


def test_a_key_may_be_a_set():
    assert SeveralOf("ABCD").same(frozenset("AC"), {"A", "C"})


def test_the_sentence_is_that_of_the_first_letter_that_is_amiss():
    wrong = {"A": "A is one.", "B": "B is none.", "D": "D is none."}
    kind = SeveralOf("ABCD")
    assert kind.slip(frozenset("ABCD"), "AC", wrong) == ("takes B", "Look at B: B is none.")
    assert kind.slip(frozenset("CD"), "AC", wrong) == ("leaves out A", "Look at A: A is one.")
    assert kind.slip(frozenset("ACD"), "AC", wrong) == ("takes D", "Look at D: D is none.")
    assert kind.slip(frozenset("A"), "AC", wrong) is None


def test_some_letters_are_shown_in_their_order():
    assert SeveralOf("ABCD").show(frozenset("CAB")) == '"A, B, C"'
    assert SeveralOf("ABCD").show(frozenset()) == "empty"
    assert SeveralOf("ABC").form == 'some of the letters A, B, C, such as "AB"'


# --- whatever is read ------------------------------------------------------------------------

LEAVES = (
    st.none()
    | st.booleans()
    | st.integers(-(2**70), 2**70)
    | st.floats()
    | st.text(max_size=5)
    | st.sampled_from(["A", "b", " C", "A, D", ...])
    | st.builds(np.float32, st.floats(width=32))
    | st.builds(torch.tensor, st.lists(st.floats(width=32), max_size=3))
    | st.builds(np.array, st.lists(st.integers(0, 9), max_size=3))
    | st.builds(Thing)
)
ANYTHING = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.lists(inner, max_size=3).map(tuple)
        | st.dictionaries(st.integers() | st.text(max_size=2), inner, max_size=2)
        | st.frozensets(st.integers() | st.text(max_size=2) | st.booleans(), max_size=3)
    ),
    max_leaves=6,
)


@settings(max_examples=250, deadline=None, database=None)
@given(ANYTHING)
def test_whatever_a_variable_holds_can_be_read_shown_and_judged(value):
    found = out(value)
    for param in KINDS:
        (kind,) = param.values
        answer = kind.read(found)
        if answer is not None:
            assert kind.show(answer)
            assert kind.slip(answer, answer, {}) is None
            assert kind.same(answer, answer)


@pytest.mark.parametrize("kind", KINDS)
def test_a_kind_says_its_form(kind):
    assert kind.form
    assert not kind.form.endswith(".")


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [None, ..., Thing(), b"A", range(3)], ids=str)
def test_no_kind_reads_what_can_be_no_answer(kind, value):
    assert read(kind, value) is None


# --- a question ------------------------------------------------------------------------------


def asked(function, namespace=None, **provided) -> CheckResult:
    """The result of a question about the variables of a namespace."""

    def ask(request, blobs):
        return calls.answer(request, blobs, namespace or {}, {})

    providers = {name: lambda check, value=value: value for name, value in provided.items()}
    return run_check(declared(function), ask, "cpu", 1, providers=providers)


def made() -> SimpleNamespace:
    """Three questions; not of this module, where pytest would take them for checks of ours."""

    @question("rows", Shape())
    def test_rows_are_kept(oracle):
        """Flattening keeps the first axis.

        And more.
        """
        return oracle("sizes"), {(24,): "You merged all axes."}

    @question("axis", OneOf("ABCD"), keyed=True)
    def test_axis_is_the_first():
        """The first axis counts the examples."""
        raise AssertionError("of a keyed question only the docstring counts")

    @written("essay")
    def test_essay_is_there():
        """Say it in your own words."""
        raise AssertionError("of a written question only the docstring counts")

    return SimpleNamespace(
        rows=test_rows_are_kept, axis=test_axis_is_the_first, essay=test_essay_is_there
    )


THREE = made()


def of_rows(value) -> CheckResult:
    return asked(THREE.rows, {"rows": value}, oracle=lambda expression: (1, 24))


def test_a_question_is_a_check_that_needs_its_variable_and_what_its_author_asks_for():
    check = declared(THREE.rows)
    assert (check.exercise, check.needs) == ("rows", ("rows", "oracle"))
    assert declared(THREE.axis).needs == ("axis", "key")
    for one in (check, declared(THREE.axis)):
        assert (one.main, one.cpu_only, one.vacuous) == (True, True, False)


def test_a_question_keeps_the_name_the_docstring_and_the_place_of_its_author():
    assert THREE.rows.__name__ == "test_rows_are_kept"
    assert THREE.rows.__module__ == __name__
    assert declared(THREE.rows).fact == "Flattening keeps the first axis."
    author = inspect.unwrap(THREE.rows)
    assert author is THREE.rows.__question__.author
    assert "def test_rows_are_kept(oracle)" in inspect.getsource(THREE.rows)
    assert inspect.getsourcelines(THREE.rows)[1] == author.__code__.co_firstlineno


def test_a_question_knows_its_kind():
    assert THREE.rows.__question__.name == "rows"
    assert isinstance(THREE.rows.__question__.kind, Shape)
    assert (THREE.rows.__question__.keyed, THREE.axis.__question__.keyed) == (False, True)


@pytest.mark.parametrize("declare", [question("rows", Shape()), written("rows")])
@pytest.mark.parametrize("name", ["rows", "test_rows", "test_row_is_kept", "test_rowsare_kept"])
def test_a_question_is_named_after_its_variable(declare, name):
    def author():
        """A fact."""

    author.__name__ = name
    with pytest.raises(ValueError, match="is named test_rows_"):
        declare(author)


@pytest.mark.parametrize("value", [(1, 24), [1, 24], torch.Size([1, 24])], ids=repr)
def test_a_right_answer_passes(value):
    found = of_rows(value)
    assert (found.outcome, found.message, found.hint) == (Outcome.PASSED, "", "")


def test_a_question_that_is_untouched_is_not_attempted():
    found = of_rows(...)
    assert found.outcome is Outcome.NOT_ATTEMPTED
    assert found.message == "`rows` is not answered yet."
    assert "three dots" in found.hint


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (24, "the number 24"),
        (None, "None"),
        ("(1, 24)", "the text '(1, 24)'"),
        (torch.zeros(2), "a tensor of shape (2,)"),
        ([..., 24], "a list of 2"),
    ],
)
def test_a_malformed_answer_fails_and_is_told_the_form(value, text):
    found = of_rows(value)
    assert found.outcome is Outcome.FAILED
    assert found.message == f"`rows` is {text}. Expected: a shape, such as (1, 24)."
    assert "Which form" in found.hint


def test_a_wrong_answer_is_shown_with_its_sentence():
    found = of_rows((24,))
    assert found.outcome is Outcome.FAILED
    assert found.message == "`rows` is (24,). You merged all axes."


def test_a_wrong_answer_without_a_sentence_is_not_right():
    found = of_rows([2, 12])
    assert found.outcome is Outcome.FAILED
    assert found.message == "`rows` is (2, 12). That is not right."


def test_no_message_has_the_right_answer():
    for value in (..., 24, (24,), (2, 12)):
        found = of_rows(value)
        assert "1, 24" not in found.message.replace("such as (1, 24)", "")


def test_a_variable_that_is_not_there_is_missing():
    found = asked(THREE.rows, {}, oracle=lambda expression: (1, 24))
    assert found.outcome is Outcome.ERROR
    assert found.message == "There is no `rows` here. Expected: a variable `rows`."


def test_an_author_without_parameters_is_asked_for_nothing():
    @question("rows", Number())
    def test_rows_are_six():
        """A fact."""
        return 6, {}

    assert declared(test_rows_are_six).needs == ("rows",)
    assert asked(test_rows_are_six, {"rows": 6}).outcome is Outcome.PASSED
    assert asked(test_rows_are_six, {"rows": 7}).outcome is Outcome.FAILED


def test_asking_raises_what_it_has_to_say():
    one = THREE.rows.__question__
    assert one.ask((1, 24), ((1, 24), {})) is None
    with pytest.raises(Mistake) as mistake:
        one.ask((24,), ((1, 24), {}))
    assert mistake.value.stage == "wrong"
    with pytest.raises(Mistake) as mistake:
        one.ask(5, ((1, 24), {}))
    assert mistake.value.stage == "form"
    for answer, stage in ((near.Opaque("ellipsis", ""), "unanswered"), ((1, 24), "marking")):
        with pytest.raises(Unanswered) as unanswered:
            one.ask(answer, None)
        assert unanswered.value.stage == stage


# --- a keyed question ------------------------------------------------------------------------

KEY = Key("B", {"A": "That one counts the features."})


def test_a_keyed_question_is_judged_by_its_key():
    assert asked(THREE.axis, {"axis": "b"}, key=KEY).outcome is Outcome.PASSED
    wrong = asked(THREE.axis, {"axis": "A"}, key=KEY)
    assert wrong.outcome is Outcome.FAILED
    assert wrong.message == '`axis` is "A". That one counts the features.'
    assert asked(THREE.axis, {"axis": "C"}, key=KEY).message == '`axis` is "C". That is not right.'


@pytest.mark.parametrize("answer", ["A", "B"])
def test_without_a_key_every_answer_waits_for_a_person(answer):
    found = asked(THREE.axis, {"axis": answer}, key=None)
    assert (found.outcome, found.message) == (Outcome.NEEDS_MARKING, WAITS)


@pytest.mark.parametrize("key", [KEY, None])
def test_an_untouched_or_malformed_answer_needs_no_key(key):
    assert asked(THREE.axis, {"axis": ...}, key=key).outcome is Outcome.NOT_ATTEMPTED
    malformed = asked(THREE.axis, {"axis": "E"}, key=key)
    assert malformed.outcome is Outcome.FAILED
    assert "one of the letters A, B, C, D" in malformed.message


# --- an answer in words ----------------------------------------------------------------------


def test_a_written_question_needs_its_text_only():
    check = declared(THREE.essay)
    assert (check.exercise, check.needs) == ("essay", ("text",))
    assert (check.main, check.cpu_only) == (True, True)
    assert check.fact == "Say it in your own words."


def test_a_written_question_without_its_cell_is_an_error():
    found = asked(THREE.essay, text=None)
    assert found.outcome is Outcome.ERROR
    assert found.message == "The cell `essay` for the answer is not in the notebook."


@pytest.mark.parametrize("text", ["", " \n", "YOUR ANSWER HERE", "\n YOUR ANSWER HERE \n"])
def test_a_written_question_that_is_untouched_is_not_attempted(text):
    found = asked(THREE.essay, text=text)
    assert found.outcome is Outcome.NOT_ATTEMPTED
    assert found.message == "`essay` is not answered yet."


@pytest.mark.parametrize("text", ["A row.", "YOUR ANSWER HERE: a row", "..."])
def test_a_written_answer_waits_for_a_person(text):
    found = asked(THREE.essay, text=text)
    assert (found.outcome, found.message) == (Outcome.NEEDS_MARKING, WAITS)


def test_an_answer_is_shown_in_a_line_however_long_it_is():
    assert len(Shape().show(tuple(range(9000)))) <= 100
    assert Shape().show((1, 24)) == "(1, 24)"


def test_a_truth_value_of_torch_is_one():
    assert TrueFalse().read(Tensor(np.array(True), "bool")) is True
    assert TrueFalse().read(Tensor(np.array([False]), "bool")) is False
    assert TrueFalse().read(Tensor(np.array([False, True]), "bool")) is None
