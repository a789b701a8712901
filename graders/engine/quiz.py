"""Quiz questions: an answer is the value of a variable, and a question is one check.

    @question("batch_of_images", Shape())
    def test_batch_of_images_is_flattened(oracle):
        '''Flattening keeps the first axis and multiplies the sizes of the others.'''
        right = oracle("torch.zeros(6, 4, 5).flatten(1).shape")
        return right, {(6, 4 + 5): "You added the sizes: a view keeps their product."}

The function gives the right answer and, for each common wrong one, the sentence that names the
wrong rule behind it. A conceptual question is `keyed`: its right answer and its sentences are in
the solution region of the source notebook, and only there (`keys.py`). The text of a `written` one
is marked by a person.
"""

import inspect
import math
import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from .checks import check
from .expect import Mistake, Subject, number
from .functions import Function
from .keys import Key, UnreadableKey
from .outcomes import Outcome
from .returned import Unanswered
from .values import NUMBERS, Opaque, Scalar, Tensor, describe, plain

ROUNDING = 1e-6  # relative: an answer may have been computed in float32
WAITS = "Answered, marked by your instructor."
UNSEEN = "\0"  # in a kernel nobody can look at the notebook's text
PLACE = "YOUR ANSWER HERE"  # what nbgrader puts where the text is to be written


class Kind:
    """What form the answers to a question have: by default they are right to the letter, or wrong.

    Attributes:
        form: The form, said to a learner.
    """

    form: str

    def read(self, value: Any) -> Any:
        """An answer in its one form, or None if it is malformed."""
        raise NotImplementedError

    def show(self, answer: Any) -> str:
        """An answer for a learner to recognise."""
        return f'"{answer}"' if isinstance(answer, str) else plain(repr(answer), 100)

    def same(self, answer: Any, right: Any) -> bool:
        """Whether an answer counts as the right one."""
        return answer == self.read(right)

    def slip(self, answer: Any, right: Any, wrong: dict[Any, str]) -> tuple[str, str] | None:
        """The misconception behind a wrong answer: its name, and the sentence that goes with it."""
        for other, sentence in wrong.items():
            if self.same(answer, other):
                return f"answers {self.show(answer)}", sentence
        return None


class Shape(Kind):
    """A shape: `[1, 24]`, `(1, 24)` and `torch.Size([1, 24])` are the same."""

    form = "a shape, such as (1, 24)"

    def read(self, value: Any) -> tuple[int, ...] | None:
        if not isinstance(value, (list, tuple)):
            return None
        sizes = [_whole(size) for size in value]
        return None if None in sizes else tuple(size for size in sizes if size is not None)


def _whole(size: Any) -> int | None:
    """A size as an int, if it is a whole number of Python or of NumPy."""
    if isinstance(size, Scalar) and size.dtype.startswith(("int", "uint")):
        return int(size.value) if size.value.is_integer() else None
    return size if type(size) is int else None


class Number(Kind):
    """A number; `tolerance` is how far off it may be, as a part of the right one."""

    def __init__(self, tolerance: float = 0.0) -> None:
        self.tolerance = tolerance
        self.form = "a number"
        if tolerance:
            self.form += f" (it may be off by {number(100 * tolerance)} %)"

    def read(self, value: Any) -> float | None:
        if isinstance(value, Tensor) and value.array.size == 1 and value.dtype in NUMBERS:
            return float(value.array.item())
        try:
            return Subject(value, "").number()
        except Mistake:
            return None

    def show(self, answer: float) -> str:
        return number(answer)

    def same(self, answer: float, right: Any) -> bool:
        wanted = self.read(right)
        if wanted is None:
            return False
        if not math.isfinite(wanted):
            return answer == wanted or (math.isnan(answer) and math.isnan(wanted))
        return abs(answer - wanted) <= max(self.tolerance, ROUNDING) * abs(wanted)


class TrueFalse(Kind):
    """`True` or `False`."""

    form = "True or False"

    def read(self, value: Any) -> bool | None:
        if isinstance(value, Scalar) and value.dtype == "bool":
            return bool(value.value)
        if isinstance(value, Tensor) and value.array.size == 1 and value.dtype == "bool":
            return bool(value.array.item())
        return value if isinstance(value, bool) else None


class OneOf(Kind):
    """One letter of `options`, "ABCD" for instance."""

    def __init__(self, options: str) -> None:
        self.options = options
        self.form = f'one of the letters {", ".join(options)}, such as "{options[0]}"'

    def read(self, value: Any) -> str | None:
        letter = _letters(value) if isinstance(value, str) else ""
        return letter if len(letter) == 1 and letter in self.options else None


def _letters(text: str) -> str:
    """The letters in a text, large ones, without what stands around and between them. A Chinese
    keyboard types letters and marks of full width."""
    return re.sub(r"[\s,;.、。()\[\]]+", "", unicodedata.normalize("NFKC", text)).upper()


class SeveralOf(Kind):
    """Any of the letters of `options`: "AC", "A, C", ["A", "C"] and {"A", "C"} are the same."""

    def __init__(self, options: str) -> None:
        self.options = options
        letters = ", ".join(options)
        self.form = f'some of the letters {letters}, such as "{options[0]}{options[1]}"'

    def read(self, value: Any) -> frozenset[str] | None:
        if isinstance(value, str):
            value = _letters(value)
        if not isinstance(value, (str, list, tuple, set, frozenset)):
            return None
        if not all(isinstance(letter, str) for letter in value):
            return None
        letters = frozenset(letter.strip().upper() for letter in value)
        return letters if all(letter in tuple(self.options) for letter in letters) else None

    def show(self, answer: frozenset[str]) -> str:
        return f'"{", ".join(sorted(answer))}"' if answer else "empty"

    def slip(self, answer: Any, right: Any, wrong: dict[Any, str]) -> tuple[str, str] | None:
        """That of the first letter that is there and should not be, or the other way round."""
        for letter in sorted(answer ^ (self.read(right) or frozenset())):
            if letter in wrong:
                name = f"takes {letter}" if letter in answer else f"leaves out {letter}"
                return name, f"Look at {letter}: {wrong[letter]}"
        return None


# The right answer, and for each common wrong one (of `SeveralOf` each letter) its sentence
Answers = tuple[Any, dict[Any, str]]


@dataclass(frozen=True)
class Question:
    """One question, as its author wrote it.

    Attributes:
        name: Its name, and that of the variable with the answer.
        author: Gives the answers; of a keyed question only its docstring counts.
        keyed: Whether the key is in the source notebook.
    """

    name: str
    kind: Kind
    author: Callable[..., Answers]
    keyed: bool = False

    def ask(self, answer: Any, answers: Answers | None) -> None:
        """Judge the value of the variable. `answers` is None where there is no key.

        Raises:
            Unanswered: It has been left as it was, or nobody here can tell.
            Mistake: It is malformed, or wrong.
        """
        if isinstance(answer, Opaque) and answer.type == "ellipsis":
            message = f"`{self.name}` is not answered yet."
            raise Unanswered(Outcome.NOT_ATTEMPTED, "unanswered", message)
        read = self.kind.read(answer)
        if read is None:
            raise Subject(None, f"`{self.name}`", "is").fail(
                "form", describe(answer), self.kind.form
            )
        if answers is None:
            raise Unanswered(Outcome.NEEDS_MARKING, "marking", WAITS)
        right, wrong = answers
        if self.kind.read(right) is None:  # else a right answer would be called wrong
            raise UnreadableKey(f"the answer key of {self.name} is not {self.kind.form}")
        if not self.kind.same(read, right):
            name, why = self.kind.slip(read, right, wrong) or ("", "That is not right.")
            said = f"`{self.name}` is {self.kind.show(read)}. {why}"
            raise Mistake("wrong", said, misconception=name)


def question(name: str, kind: Kind, *, keyed: bool = False) -> Callable[[Callable], Callable]:
    """Declare a function to be a question, and so a check: see the module's docstring."""

    def declare(author: Callable) -> Callable:
        one = Question(name, kind, author, keyed)

        def ask(**given: Any) -> None:
            answer: Function = given.pop(name)
            value = answer.value().value
            if keyed:
                key: Key | None = given["key"]
                one.ask(value, None if key is None else (key.right, key.why))
            else:
                one.ask(value, author(**given))

        needs = ["key"] if keyed else list(inspect.signature(author).parameters)
        found = _as_check(ask, author, [name, *needs])
        found.__question__ = one  # type: ignore[attr-defined]
        return check(name, main=True, cpu_only=True)(found)

    return declare


def written(name: str) -> Callable[[Callable], Callable]:
    """Declare a question whose answer is a text, in the markdown cell `name`. A person marks it;
    all that the check says is whether there is one."""

    def declare(author: Callable) -> Callable:
        def ask(text: str | None) -> None:
            if text == UNSEEN:
                message = "Your instructor reads this answer in the notebook."
                raise Unanswered(Outcome.NEEDS_MARKING, "marking", message)
            if text is None:
                message = f"The cell `{name}` for the answer is not in the notebook."
                raise Unanswered(Outcome.ERROR, "missing", message)
            if not text.replace(PLACE, "").strip():
                message = f"`{name}` is not answered yet."
                raise Unanswered(Outcome.NOT_ATTEMPTED, "unanswered", message)
            raise Unanswered(Outcome.NEEDS_MARKING, "marking", WAITS)

        return check(name, main=True, cpu_only=True)(_as_check(ask, author, ["text"]))

    return declare


def _as_check(ask: Callable, author: Callable, needs: list[str]) -> Callable:
    """`ask` under the name and with the docstring of `author`, with these parameters."""
    ask.__name__, ask.__doc__, ask.__module__ = author.__name__, author.__doc__, author.__module__
    ask.__wrapped__ = author  # type: ignore[attr-defined]
    ask.__signature__ = inspect.Signature(  # type: ignore[attr-defined]
        [inspect.Parameter(need, inspect.Parameter.KEYWORD_ONLY) for need in needs]
    )
    return ask
