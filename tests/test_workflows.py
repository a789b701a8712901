"""The workflow that a class copies: a push cannot edit its own grader, and nothing is in reach."""

from pathlib import Path

import pytest
import yaml

PROJECT = Path(__file__).parent.parent
CLASS = PROJECT / "docs" / "classroom" / "grade.yml"
OURS = PROJECT / ".github" / "workflows" / "ci.yml"


@pytest.fixture
def workflow() -> dict:
    return yaml.safe_load(CLASS.read_text(encoding="utf-8"))


@pytest.fixture
def steps(workflow) -> list[dict]:
    (job,) = workflow["jobs"].values()
    return job["steps"]


def test_the_workflow_is_that_of_the_courses_branch(workflow):
    # YAML reads the key `on` as true. pull_request would run the pull request's own workflow
    assert list(workflow[True]) == ["pull_request_target"]


def test_the_graders_come_from_the_courses_branch_and_the_submission_lies_beside_them(steps):
    course, submission = (s["with"] for s in steps if s.get("uses", "").startswith("actions/check"))
    assert course["path"] == "course"
    assert course["ref"] == "${{ github.event.pull_request.base.sha }}"
    assert "repository" not in course
    assert submission["path"] == "submission"
    assert "head" in submission["ref"]


def test_every_command_runs_in_the_course_and_nothing_of_the_submission_is_installed(steps):
    commands = [step for step in steps if "run" in step]
    assert commands
    for step in commands:
        assert step["working-directory"] == "course"
        if "pip" in step["run"]:
            assert "submission" not in step["run"]


@pytest.mark.parametrize("path", [CLASS, OURS], ids=["class", "ours"])
def test_no_workflow_has_secrets_credentials_or_the_right_to_write(path):
    text = path.read_text(encoding="utf-8")
    assert "secrets." not in text
    workflow = yaml.safe_load(text)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert "permissions" not in job
        for step in job["steps"]:
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


def test_names_from_a_pull_request_reach_no_shell(steps):
    for step in steps:
        assert "${{" not in step.get("run", "")


def test_the_options_of_the_grading_step_exist(steps):
    text = (PROJECT / "graders" / "engine" / "pytest_plugin.py").read_text(encoding="utf-8")
    (run,) = [step["run"] for step in steps if "graders/" in step.get("run", "")]
    for option in ("--submission", "--grade-report"):
        assert option in run
        assert f'"{option}"' in text
