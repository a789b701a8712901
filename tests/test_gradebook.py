"""What is said of a gradebook that is not to be had: why, what to do, and no password."""

import pytest
from gradebooks import rows
from nbgrader.api import Gradebook
from postgres import PASSWORD

from graders.engine import gradebook
from graders.engine.gradebook import GradebookError


def said_of(db_url: str) -> str:
    """What is said when it is opened and its notebooks are looked at."""
    with (
        pytest.raises(GradebookError) as caught,
        gradebook.in_words(db_url),
        gradebook.opened(db_url) as book,
    ):
        _ = book.find_assignment("homework").notebooks
    text = str(caught.value)
    assert PASSWORD not in text
    assert "\n" not in text
    return text


def test_a_wrong_password_is_said_and_not_shown(server):
    right = server.database()
    assert rows(right, "SELECT 1") == [(1,)]
    text = said_of(right.replace(PASSWORD, f"{PASSWORD}-2"))
    assert "password authentication failed" in text
    assert "grader:***@" in text


def test_a_server_that_is_not_there_is_said(tmp_path):
    text = said_of(f"postgresql+psycopg://grader:{PASSWORD}@/course?host={tmp_path}")
    assert "No such file or directory" in text


def test_a_file_that_cannot_be_opened_is_said(tmp_path):
    text = said_of(f"sqlite:///{tmp_path}/no/such/folder/gradebook.db")
    assert "unable to open database file" in text


def test_a_file_that_is_no_gradebook_is_said(tmp_path):
    path = tmp_path / "gradebook.db"
    path.write_text("a letter to the editor " * 100)
    assert "file is not a database" in said_of(f"sqlite:///{path}")


def test_a_gradebook_of_an_older_nbgrader_is_to_be_upgraded(db_url):
    rows(db_url, "CREATE TABLE alembic_version (version_num VARCHAR(32))")
    with Gradebook(db_url) as book:
        book.add_assignment("homework")
    rows(db_url, "ALTER TABLE notebook DROP COLUMN kernelspec")  # as it was before 0.6
    text = said_of(db_url)
    assert "kernelspec" in text
    assert "`nbgrader db upgrade`" in text


def test_a_driver_that_is_missing_is_named_with_what_to_do():
    text = said_of(f"mssql+pymssql://grader:{PASSWORD}@host/course")
    assert "needs a driver: No module named 'pymssql'" in text
    assert "psycopg[binary]" in text


@pytest.mark.parametrize("db_url", [f"postgres://grader:{PASSWORD}@host/course", "gradebook.db"])
def test_what_is_no_url_is_said(db_url):
    assert "is no URL of a database" in said_of(db_url)
