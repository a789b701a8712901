"""A feedback page's piece: escaped, complete, and readable as text as well."""

from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from graders.engine import checks, html
from graders.engine.outcomes import CheckResult, ExerciseResult, Outcome

TAGS = {"div", "b", "i", "code", "details", "summary", "table", "tr", "td"}
NASTY = st.text(st.sampled_from("<>&\"'`ax/=! \n")) | st.text(max_size=30)


class Reader(HTMLParser):
    """Collects the tags, the attributes and the text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.open: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.open.append(tag)
        self.attributes |= {name for name, _ in attrs}

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        self.text += data

    def handle_comment(self, data):
        self.tags.append("comment")

    def handle_decl(self, decl):
        self.tags.append("declaration")

    def handle_pi(self, data):
        self.tags.append("instruction")


def result(outcome="passed", **more) -> CheckResult:
    more = {"exercise": "sgd", "check": "test_sgd_a", "device": "cpu", "fact": "It steps.", **more}
    return CheckResult("hw", outcome=Outcome(outcome), **more)


def exercise(*results: CheckResult, name: str = "sgd") -> ExerciseResult:
    return ExerciseResult(name, 4.0, list(results))


@settings(max_examples=120, deadline=None, database=None)
@given(NASTY, NASTY, NASTY, NASTY)
@example("<script>alert(1)</script>", "`<b>`", '"><img src=x onerror=alert(1)>', "``<i>`")
def test_nothing_that_is_put_in_becomes_markup(name, fact, message, hint):
    bad = result("failed", fact=fact, message=message, hint=hint)
    page = html.exercise(exercise(bad, name=name), 7)
    reader = Reader(page)
    assert set(reader.tags) <= TAGS
    assert reader.attributes == {"style"}
    assert reader.open == []
    harmless = result("failed", fact="f", message="m", hint="h" if hint else "")
    plain = html.exercise(exercise(harmless, name="sgd"), 7)
    added = page.count("<code") - plain.count("<code")
    assert page.count("<") == plain.count("<") + 2 * added  # no < but our own


@settings(max_examples=100, deadline=None, database=None)
@given(NASTY.filter(lambda text: "`" not in text and "\r" not in text and "\0" not in text))
def test_what_is_put_in_is_what_a_reader_sees(message):
    page = html.exercise(exercise(result("failed", message=message)), 7)
    assert message in Reader(page).text


def test_what_stands_between_backquotes_is_set_as_code():
    page = html.exercise(exercise(result("failed", message="`f(x < 1)` gave `None`.")), 7)
    assert page.count("<code") == 2
    assert ">f(x &lt; 1)</code>" in page
    assert "`" not in page


def test_a_backquote_without_its_partner_stays_as_it_is():
    page = html.exercise(exercise(result("failed", message="a ` b")), 7)
    assert "a ` b" in page
    assert "<code" not in page


def test_a_page_has_the_status_the_points_and_the_seed():
    text = Reader(html.exercise(exercise(result(main=True), result("failed")), 12345)).text
    assert "sgd: failed, 2 of 4 points" in text
    assert "seed 12345" in text


def test_a_passed_check_is_one_line_and_a_failed_one_says_why():
    bad = result("failed", fact="It ends.", message="It did not.", hint="Look.")
    text = Reader(html.exercise(exercise(result(message="hidden", hint="hidden"), bad), 7)).text
    assert "hidden" not in text
    assert "✓It steps." in text
    assert "✗It ends.It did not.Hint: Look." in text


@pytest.mark.parametrize("outcome", list(Outcome))
def test_every_outcome_has_a_mark(outcome):
    assert html.MARKS[outcome][0]
    assert html.exercise(exercise(result(outcome)), 7)
    assert html.plain(exercise(result(outcome)), 7)


def test_what_is_not_attempted_has_no_list_of_failures():
    page = html.exercise(exercise(result("not_attempted", message="the stub is still there")), 7)
    assert "not attempted" in page
    assert "stub" not in page


def test_plain_text_says_the_same():
    bad = result("failed", fact="It ends.", message="It did not.", hint="Look.")
    assert html.plain(exercise(result(main=True), bad), 7).splitlines() == [
        "sgd: failed, 2 of 4 points",
        "✓ It steps.",
        "✗ It ends.",
        "    It did not.",
        "    Hint: Look.",
        "seed 7",
    ]


def test_the_messages_of_plain_text_fit_80_columns():
    bad = result("failed", message="word " * 100, hint="hint " * 100)
    assert all(len(line) <= 80 for line in html.plain(exercise(bad), 7).splitlines())


def test_the_facts_of_plain_text_fit_80_columns():
    facts = [one.fact for name in checks.assignments() for one in checks.of_assignment(name)]
    found = html.plain(exercise(*[result(fact=fact) for fact in facts]), 7)
    assert found.count("✓") == len(facts)
    assert all(len(line) <= 80 for line in found.splitlines())


# --- hints, places, two tensors --------------------------------------------------------------

COMPARED = {
    "got": [["1", "2"], ["3", "4"]],
    "expected": [["1", "5"], ["3", "4"]],
    "wrong": [[False, True], [False, False]],
    "part": "rows 0 to 1 of 9",
}


def test_the_second_hint_is_there_for_those_who_open_it():
    failed = result("failed", message="No.", hint="One.", more="Two.", where="cell 3, line 2: `x`")
    page = html.exercise(exercise(failed), 1)
    assert "<details><summary>A second hint</summary>Two.</details>" in page
    assert "Look at</i> cell 3, line 2: <code" in page
    assert "details" not in html.exercise(exercise(result("failed", message="No.", hint="One.")), 1)
    text = html.plain(exercise(failed), 1)
    assert "Hint: One." in text
    assert "Look at cell 3, line 2: `x`" in text
    assert "Two." not in text


def test_two_tensors_stand_side_by_side_with_what_differs_marked():
    page = html.exercise(exercise(result("failed", message="No.", compared=COMPARED)), 1)
    reader = Reader(page)
    assert reader.open == []
    assert (reader.tags.count("table"), reader.tags.count("td")) == (2, 8)
    assert (page.count("#ffebe9"), page.count("#dafbe1")) == (1, 1)
    assert 'background: #ffebe9">2</td>' in page
    assert 'background: #dafbe1">5</td>' in page
    assert "rows 0 to 1 of 9" in reader.text
    assert "table" not in html.exercise(exercise(result("passed", compared=COMPARED)), 1)


@settings(max_examples=60, deadline=None, database=None)
@given(NASTY, NASTY, NASTY, NASTY)
def test_nothing_that_is_put_in_a_comparison_or_a_place_becomes_markup(text, part, more, where):
    compared = {"got": [[text]], "expected": [[text]], "wrong": [[True]], "part": part}
    found = result("failed", message="No.", hint="h", more=more, where=where, compared=compared)
    reader = Reader(html.exercise(exercise(found), 1))
    assert reader.open == []
    assert set(reader.tags) <= TAGS
    assert reader.attributes == {"style"}
