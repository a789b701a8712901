"""The shapes quiz: every answer is right, every wrong rule is told apart, no key gets out."""

import ast
import inspect
import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from graders.engine import checks, grading, hints, keys, notebook, warm
from graders.engine.checks import Check
from graders.engine.expect import Mistake
from graders.engine.notebook import Cell, Notebook
from graders.engine.oracle import KernelOracle, WorkerOracle
from graders.engine.outcomes import Outcome
from graders.engine.quiz import Answers, Number, OneOf, Question, SeveralOf, Shape, TrueFalse
from graders.engine.returned import Unanswered
from graders.engine.values import Opaque

NAME = "shapes_quiz"
PROJECT = Path(__file__).parent.parent
SOURCE = PROJECT / "solutions" / NAME / f"{NAME}.ipynb"
CHECKS = checks.of_assignment(NAME)


def asked(check: Check) -> Question | None:
    """The question behind a check; None for one that is answered in words."""
    return getattr(check.function, "__question__", None)


AUTOMATIC = [check for check in CHECKS if asked(check)]
COMPUTED = [check for check in AUTOMATIC if not asked(check).keyed]
KEYED = [check for check in AUTOMATIC if asked(check).keyed]
WRITTEN = [check for check in CHECKS if not asked(check)]
LETTERED = [check for check in COMPUTED if isinstance(asked(check).kind, (OneOf, SeveralOf))]

FORMS = {
    Shape: "a shape",
    Number: "a number",
    TrueFalse: "`True` or `False`",
    OneOf: "one letter",
    SeveralOf: "letters",
}


def each(found: list[Check]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("check", [pytest.param(c, id=c.exercise) for c in found])


@pytest.fixture(scope="session")
def oracle(warm_process: warm.WarmProcess) -> Iterator[WorkerOracle]:
    found = WorkerOracle(warm_process)
    yield found
    found.close()


@pytest.fixture(scope="session")
def source() -> Notebook:
    return notebook.read(SOURCE)


@pytest.fixture(scope="session")
def known() -> dict[str, keys.Key]:
    """What the solution regions of the source notebook say."""
    return keys.read(SOURCE)


def answers(check: Check, oracle: Any, known: dict[str, keys.Key]) -> Answers:
    """The right answer to a question and its sentences, from where it has them."""
    question = asked(check)
    if question.keyed:
        return known[check.exercise].right, known[check.exercise].why
    return question.author(oracle)


def cells_of(check: Check, source: Notebook) -> tuple[Cell, Cell, Cell]:
    """The text, the answer cell and the check cell of a question: they stand in a row."""
    (place,) = [i for i, cell in enumerate(source.cells) if cell.grade_id == check.exercise]
    return source.cells[place - 1], source.cells[place], source.cells[place + 1]


def function_of(check: Check) -> ast.FunctionDef:
    """The code of a question."""
    (function,) = ast.parse(inspect.getsource(asked(check).author)).body
    assert isinstance(function, ast.FunctionDef)
    return function


def options(text: str) -> dict[str, str]:
    """The options in the text of a question, by letter."""
    return dict(re.findall(r"^- \*\*([A-Z])\*\* (.+)$", text, re.MULTILINE))


class Spy:
    """An oracle that remembers what it is asked."""

    def __init__(self, oracle: WorkerOracle) -> None:
        self._oracle = oracle
        self.asked: list[str] = []
        self.tried: list[str] = []

    def __call__(self, expression: str) -> Any:
        self.asked.append(expression)
        return self._oracle(expression)

    def raises(self, lines: str) -> bool:
        self.tried.append(lines)
        return self._oracle.raises(lines)


# --- answers ---------------------------------------------------------------------------------


@each(AUTOMATIC)
def test_the_answer_in_the_source_is_right(check, oracle, known):
    asked(check).ask(known[check.exercise].right, answers(check, oracle, known))


def test_the_source_gets_full_marks(source, oracle, known, warm_process):
    found = grading.grade(
        source,
        CHECKS,
        warm_process,
        seed=1,
        points=source.points,
        providers={"oracle": lambda check: oracle, "key": lambda check: known[check.exercise]},
    ).result
    outcomes = {e.exercise: [check.outcome for check in e.checks] for e in found.exercises}
    assert outcomes == {
        check.exercise: [Outcome.PASSED if asked(check) else Outcome.NEEDS_MARKING]
        for check in CHECKS
    }


@each(COMPUTED)
def test_a_kernel_gives_the_same_answer_as_a_worker(check, oracle):
    assert repr(asked(check).author(KernelOracle())) == repr(asked(check).author(oracle))


@each(AUTOMATIC)
def test_every_wrong_answer_gets_its_own_sentence(check, oracle, known):
    question = asked(check)
    right, wrong = answers(check, oracle, known)
    assert len(wrong) >= (1 if isinstance(question.kind, TrueFalse) else 2)
    assert len(set(wrong.values())) == len(wrong)
    for answer, sentence in wrong.items():
        assert sentence.endswith((".", "?"))
        given = answer
        if isinstance(question.kind, SeveralOf):  # the right answer, but for this letter
            given = "".join(set(right) ^ {answer})
            sentence = f"Look at {answer}: {sentence}"
        with pytest.raises(Mistake) as mistake:
            question.ask(given, (right, wrong))
        assert mistake.value.stage == "wrong"
        assert mistake.value.message.endswith(f" {sentence}")


@each(AUTOMATIC)
def test_no_two_rules_agree(check, oracle, known):
    """A dictionary with a key twice would lose a sentence without a word."""
    question = asked(check)
    right, wrong = answers(check, oracle, known)
    read = [question.kind.read(answer) for answer in wrong]
    assert None not in read
    if not isinstance(question.kind, SeveralOf):
        read.append(question.kind.read(right))
    for place, one in enumerate(read):
        assert not any(question.kind.same(one, other) for other in read[place + 1 :])
    if not question.keyed:
        returned = function_of(check).body[-1]
        assert isinstance(returned, ast.Return)
        assert isinstance(returned.value, ast.Tuple)
        table = returned.value.elts[1]
        assert isinstance(table, ast.Dict)
        assert len(table.keys) == len(wrong)


@each([check for check in AUTOMATIC if isinstance(asked(check).kind, (OneOf, SeveralOf))])
def test_every_option_that_can_be_wrong_has_a_sentence(check, oracle, known, source):
    question = asked(check)
    right, wrong = answers(check, oracle, known)
    letters = set(question.kind.options)
    assert set(options(cells_of(check, source)[0].source)) == letters
    assert set(wrong) == (letters if isinstance(question.kind, SeveralOf) else letters - {right})
    if isinstance(question.kind, SeveralOf):
        assert set() < set(right) < letters


# A wrong answer as a learner would type it, and a word of the sentence that it should get: what the
# wrong rules make of the sizes is written down here a second time, by hand
MISTAKES = [
    ("weight_shape", (3, 7), "stores"),
    ("weight_shape", (20, 7), "X itself"),
    ("weight_shape", (20, 3), "predictions"),
    ("weight_shape", (7,), "single column"),
    ("bias_shape", (11,), "inputs"),
    ("bias_shape", (30,), "each example"),
    ("bias_shape", (1,), "share"),
    ("bias_shape", (1, 4), "fewer axes"),
    ("bias_shape", (30, 4), "after broadcasting"),
    ("sequence_output", (16, 2), "second axis"),
    ("sequence_output", (80, 2), "merged"),
    ("sequence_output", (16, 5, 9), "shape of the input"),
    ("sequence_output", (16, 5, 9, 2), "disappear"),
    ("minus_one", (8, 12, 3), "sum"),
    ("minus_one", (8, 4, 3), "stood in its place"),
    ("minus_one", (8, 10, 3), "no index"),
    ("minus_one", (8, -1, 3), "work the open one out"),
    ("flat_images", (24, 14), "added"),
    ("flat_images", (2160,), "everything"),
    ("flat_images", (72, 30), "two by two"),
    ("flat_images", (72, 6, 5), "first axis to be merged"),
    ("flat_images", (24, 3, 30), "axis number 2"),
    ("views_that_fail", "ABCE", "need not divide"),
    ("views_that_fail", "CE", "many pairs"),
    ("views_that_fail", "BE", "whole number"),
    ("views_that_fail", "BCDE", "zero entries"),
    ("views_that_fail", "BC", "zero times"),
    ("views_after_transposing", "ABD", "second way"),
    ("views_after_transposing", "D", "`x.t()`"),
    ("views_after_transposing", "BCD", "two last rows"),
    ("views_after_transposing", "B", "two left columns"),
    ("views_after_transposing", "BDE", "anew"),
    ("sum_after_writing", 45, "copy"),
    ("sum_after_writing", 80, "column by column"),
    ("sum_after_writing", 84, "from one"),
    ("sum_after_writing", 85, "takes the place"),
    ("difference_shape", (9, 1), "pairs"),
    ("difference_shape", (9,), "longer"),
    ("difference_shape", (9, 2), "side by side"),
    ("mean_square", 0, "its own label"),
    ("mean_square", 252, "the sum"),
    ("mean_square", 84, "number of predictions"),
    ("mean_square", 4, "square"),
    ("stretched", (4, 1, 6), "first factor"),
    ("stretched", (4, 5, 1), "second factor"),
    ("stretched", (4, 6, 5), "left end"),
    ("stretched", (4, 5, 6, 1), "on top"),
    ("matrix_times_vector", (5, 1), "A column has two axes"),
    ("matrix_times_vector", (8,), "over the rows"),
    ("matrix_times_vector", (5, 8), "`*`"),
    ("matrix_times_vector", (1, 5), "into a row"),
    ("product_that_fails", "A", "two vectors"),
    ("product_that_fails", "B", "entry by entry"),
    ("product_that_fails", "D", "4 rows"),
    ("selected", (3, 9, 4), "from zero"),
    ("selected", (5, 2, 4), "twice"),
    ("selected", (5, 6, 4), "leave out"),
    ("selected", (5, 9, 3), "last axis"),
    ("int_and_slice", (3,), "slice keeps"),
    ("int_and_slice", (1, 1, 3), "whole number"),
    ("int_and_slice", (2, 3), "end of a slice"),
    ("int_and_slice", (6, 1, 3), "overlooked"),
    ("masked", (4, 5), "rectangle"),
    ("masked", (13,), "False"),
    ("masked", (7, 2), "positions"),
    ("masked", (6,), "equally frequent"),
    ("rearranged", (4, 3, 1, 6), "`unsqueeze(1)`"),
    ("rearranged", (4, 1, 6, 3), "exchanges"),
    ("rearranged", (3, 1, 6, 1, 4), "`squeeze(0)`"),
    ("rearranged", (6, 1, 3, 4), "left out"),
    ("mean_kept", (4, 3), "`keepdim`"),
    ("mean_kept", (1, 6, 3), "from zero"),
    ("mean_kept", (1, 6, 1), "except"),
    ("mean_kept", (4, 3, 1), "stays where"),
    ("joined", (8, 5), "`cat` twice. "),
    ("joined", (4, 10), "along the columns"),
    ("joined", (4, 5, 2), "new axis if"),
    ("joined", (3, 4, 5), "Three tensors"),
    ("item_that_fails", "A", "many axes"),
    ("item_that_fails", "B", "without axes"),
    ("item_that_fails", "C", "`sum`"),
    ("second_backward", 5, "take the place"),
    ("second_backward", 6, "stand as it was"),
    ("second_backward", 30, "product"),
    ("second_backward", 24, "values"),
    ("leaves", "CD", "which operation"),
    ("leaves", "ABCD", "multiplication"),
    ("leaves", "AD", "asks for no gradients"),
    ("leaves", "AC", "origin"),
    ("leaves", "ACDE", "was created"),
    ("tracked", "E", "enough"),
    ("tracked", "ABE", "asked for gradients"),
    ("tracked", "ACE", "`detach`"),
    ("tracked", "ADE", "`.data`"),
    ("tracked", "A", "values"),
    ("detached_memory", False, "two different things"),
    ("weights_in_network", 540, "multiplied"),
    ("weights_in_network", 26, "units"),
    ("weights_in_network", 167, "biases"),
    ("weights_in_network", 60, "hidden layer"),
    ("parameters_in_network", 151, "weights alone"),
    ("parameters_in_network", 177, "inputs are given"),
    ("parameters_in_network", 154, "for each layer"),
    ("parameters_in_network", 168, "last layer"),
    ("softmax_in_float32", "A", "on paper"),
    ("softmax_in_float32", "C", "denominator"),
    ("softmax_in_float32", "D", "not all the numerators"),
    ("loss_at_start", 1.7918, "among the examples"),
    ("loss_at_start", 0.25, "probability of the label"),
    ("loss_at_start", -1.3863, "sign"),
    ("loss_at_start", 8.3178, "sum over the batch"),
    ("loss_at_start", 2, "base two"),
    ("steps_per_epoch", 10, "do not fill"),
    ("steps_per_epoch", 500 / 48, "part of a step"),
    ("steps_per_epoch", 500, "each example"),
    ("steps_per_epoch", 48, "number of examples"),
]


@pytest.mark.parametrize(("name", "answer", "word"), MISTAKES)
def test_a_mistake_is_named(name, answer, word, oracle):
    (question,) = [asked(check) for check in COMPUTED if check.exercise == name]
    with pytest.raises(Mistake, match=re.escape(word)):
        question.ask(answer, question.author(oracle))


def test_every_sentence_has_its_mistake_above(oracle):
    sentences = {c.exercise: len(asked(c).author(oracle)[1]) for c in COMPUTED}
    assert Counter(name for name, _, _ in MISTAKES) == sentences


# --- forms -----------------------------------------------------------------------------------

FORMS_OF = {
    Shape: (lambda right: [list(right), tuple(right)], ["(1, 2)", 3, (1.0, 2), (True, 2), None]),
    Number: (lambda right: [right, float(right)], ["12", [12], True, None, "twelve"]),
    TrueFalse: (lambda right: [right], ["True", "yes", 2, None]),
    OneOf: (lambda right: [right, right.lower(), f" ({right}). "], ["", "Z", "AB", ["A"], 1, None]),
    SeveralOf: (
        lambda right: [
            "".join(right),
            ", ".join(sorted(right, reverse=True)).lower(),
            list(right),
            frozenset(right),
        ],
        ["AZ", ["A", 1], 3, None],
    ),
}


@each(AUTOMATIC)
def test_every_accepted_form_is_right_and_every_other_is_malformed(check, oracle, known):
    question = asked(check)
    found = answers(check, oracle, known)
    accepted, malformed = FORMS_OF[type(question.kind)]
    for given in accepted(found[0]):
        question.ask(given, found)
    for given in malformed:
        with pytest.raises(Mistake) as mistake:
            question.ask(given, found)
        assert mistake.value.stage == "form"
    with pytest.raises(Unanswered) as unanswered:
        question.ask(Opaque("ellipsis", "Ellipsis"), found)
    assert unanswered.value.outcome is Outcome.NOT_ATTEMPTED


@each(KEYED)
def test_without_a_key_a_person_marks(check, known):
    with pytest.raises(Unanswered) as unanswered:
        asked(check).ask(known[check.exercise].right, None)
    assert unanswered.value.outcome is Outcome.NEEDS_MARKING


# --- the notebook ----------------------------------------------------------------------------


def test_there_are_questions_enough():
    assert len(AUTOMATIC) >= 24
    assert len(WRITTEN) == 2
    assert 6 <= len(KEYED) <= 8
    assert {type(asked(check).kind) for check in AUTOMATIC} == set(FORMS)


@each(AUTOMATIC)
def test_every_question_has_its_cells(check, source):
    text, answer, checking = cells_of(check, source)
    assert (text.kind, answer.kind, checking.kind) == ("markdown", "code", "code")
    assert text.source.startswith("**Question ")
    assert f"*Answer with {FORMS[type(asked(check).kind)]}" in text.source
    assert answer.source.startswith(f"{keys.BEGIN}\n{check.exercise} = ")
    assert answer.source.endswith(f"\n{keys.END}")
    assert (checking.grade_id, checking.source) == (
        f"check_{check.exercise}",
        f'check("{check.exercise}")',
    )
    assert checking.graded
    assert checking.points == 1


@each(WRITTEN)
def test_every_written_question_has_its_cells(check, source):
    text, answer, _ = cells_of(check, source)
    assert text.kind == answer.kind == "markdown"
    assert text.source.startswith("**Question ")
    assert answer.by_hand
    assert answer.points == 2
    assert "*Marking: " in answer.source
    assert source.check_cell(check.exercise) is None


def test_questions_are_numbered_and_in_the_order_of_their_checks(source):
    texts = [cells_of(check, source)[0] for check in CHECKS]
    numbers = [re.match(r"\*\*Question (\d+)\.\*\* ", text.source)[1] for text in texts]
    assert numbers == [str(n) for n in range(1, len(CHECKS) + 1)]
    assert [text.number for text in texts] == sorted(text.number for text in texts)


def test_the_table_of_sections_adds_up(source):
    first = source.cells[0].source
    assert f"| **all** | **{len(CHECKS)}** | **{sum(source.points.values()):g}** |" in first
    rows = re.findall(r"^\| \d+\. (.+) \| (\d+) \| (\d+) \|$", first, re.MULTILINE)
    titles = [re.match(r"## \d+\. (.+)", cell.source) for cell in source.cells]
    assert [row[0] for row in rows] == [title[1] for title in titles if title]
    assert sum(int(row[1]) for row in rows) == len(CHECKS)
    assert sum(int(row[2]) for row in rows) == sum(source.points.values())


def test_nothing_is_stored_in_the_notebook_but_its_cells():
    cells = json.loads(SOURCE.read_text(encoding="utf-8"))["cells"]
    assert len({cell["id"] for cell in cells}) == len(cells)
    assert not any(cell.get("outputs") or cell.get("execution_count") for cell in cells)


@each(CHECKS)
def test_every_question_has_a_fact_and_a_hint(check):
    assert check.fact
    assert hints.of_stage(check, "wrong")[0].endswith((".", "?"))


# Numbers in the text of a question that are not sizes in its code
BESIDES = {
    "sum_after_writing": {"45", "9"},
    "softmax_in_float32": {"3", "4", "10", "38", "88", "7"},
}


@each(COMPUTED)
def test_the_sizes_in_the_code_are_those_in_the_question(check, oracle, source):
    spy = Spy(oracle)
    asked(check).author(spy)
    text = cells_of(check, source)[0].source
    tried = " ".join(spy.asked + spy.tried)
    assert spy.asked or spy.tried
    assert _sizes(tried) <= _sizes(text)
    lines = [line for line in text.splitlines() if not line.startswith(("- **", "*Answer"))]
    said = re.sub(r"\*\*Question \d+\.", "", "\n".join(lines))
    code = inspect.getsource(asked(check).author)
    assert _sizes(said) <= _sizes(tried) | _sizes(code) | BESIDES.get(check.exercise, set())


@each(LETTERED)
def test_the_options_are_those_in_the_code(check, source):
    shown = options(cells_of(check, source)[0].source)
    code = inspect.getsource(asked(check).author)
    for letter, option in shown.items():
        assert f'"{letter}": "{option.strip("`")}"' in code


@each(LETTERED)
def test_the_lines_that_are_tried_stand_in_the_question(check, oracle, source):
    spy = Spy(oracle)
    asked(check).author(spy)
    text = cells_of(check, source)[0].source
    for line in (line for lines in spy.tried for line in lines.splitlines()):
        assert line in text
    for expression in spy.asked:
        for name, value in re.findall(r"(\w) := (torch\.\w+\(.*?\))(?=,)", expression):
            assert f"{name} = {value}\n" in text


# --- keys ------------------------------------------------------------------------------------


def public_files() -> list[Path]:
    """What students get."""
    found = [p for folder in ("graders", "assignments") for p in (PROJECT / folder).rglob("*")]
    return [p for p in found if p.suffix in {".py", ".toml", ".ipynb", ".md", ".json", ".html"}]


@each(KEYED)
def test_no_key_and_no_explanation_is_public(check, known, source):
    key = known[check.exercise]
    asked_in = cells_of(check, source)[0].source
    given_away = re.compile(rf"\b{check.exercise}\W+(=|:)?\s*\W*{re.escape(str(key.right))}\W")
    for path in public_files():
        text = _flat(path.read_text(encoding="utf-8"))
        assert f"{check.exercise}{keys.WHY}" not in text, path
        assert not given_away.search(text), path
        for sentence in key.why.values():
            for part in re.split(r"(?<=[.?]) ", sentence):
                assert _flat(part) not in text, path
    assert not any(_flat(sentence) in _flat(asked_in) for sentence in key.why.values())


@each(KEYED)
def test_the_code_of_a_keyed_question_is_a_docstring(check):
    (body,) = function_of(check).body
    assert isinstance(body, ast.Expr)
    assert isinstance(body.value, ast.Constant)


@each(KEYED)
def test_every_wrong_option_of_a_keyed_question_is_explained(check, known):
    kind, key = asked(check).kind, known[check.exercise]
    assert kind.read(key.right) is not None
    every = {True, False} if isinstance(kind, TrueFalse) else set(kind.options)
    assert set(key.why) == every - {key.right}


def test_only_keyed_questions_have_explanations_in_the_notebook(known):
    assert {name for name, key in known.items() if key.why} == {c.exercise for c in KEYED}


def test_the_keys_do_not_follow_a_pattern(known):
    letters = Counter(known[c.exercise].right for c in KEYED if isinstance(asked(c).kind, OneOf))
    assert max(letters.values()) <= 2
    truths = {known[c.exercise].right for c in KEYED if isinstance(asked(c).kind, TrueFalse)}
    assert truths == {True, False}


def _sizes(text: str) -> set[str]:
    """The whole numbers in a text, but for 0 and 1; 100, 100. and 100.0 are one number."""
    bare = re.sub(r"\b(\d+)\.0?(?=[],)])", r"\1", text.replace("float32", ""))
    return set(re.findall(r"\d+", bare)) - {"0", "1"}


def _flat(text: str) -> str:
    """Text without what line breaks, quotation marks and JSON do to a sentence."""
    return " ".join(re.sub(r'[\s"\\#]+|\\n', " ", text).split())
