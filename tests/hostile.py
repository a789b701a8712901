"""Grades one hostile submission, and tells as JSON what became of it and of everything around it.

`python tests/hostile.py SAMPLE [ISOLATION]`, started by `test_hostile.py` inside of the guard. A
sample is a solution cell like those of `corpus.py`, with other comments at its head:

    # shows: what must be among the outputs and messages: the attack has run (a regular expression)
    # mark: what the exercise is worth then, of 10; "less": not all of them
    # never: optional: what must not be among them

`# @LINE@` stands for two functions, `line()` and `frame(…)`, that speak to the grading process.
Below `# %% end` stands a cell for the end of the notebook. `@COURSE@` is the folder of a course,
with solutions, a gradebook and another student's work; `@PID@` a process of the instructor's, and
`@PORT@` a port that somebody listens to.
"""

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SECRET = "hunter2-4711"
LINE = '''import json
import os
import socket
import struct


def line():
    """The descriptor of the line to the grading process."""
    for number in range(3, 4096):
        try:
            if os.readlink(f"/proc/self/fd/{number}").startswith("socket:"):
                return number
        except OSError:
            continue


def frame(head, body=b""):
    text = json.dumps(head).encode()
    return struct.pack(">II", len(text), len(body)) + text + body
'''


def main(path: Path, isolation: str = "auto") -> None:
    """Grade the sample at `path` and print the findings."""
    outside = Path(tempfile.mkdtemp(prefix="hostile-"))
    os.chmod(outside, 0o777)
    tempfile.tempdir = str(outside / "tmp")
    (outside / "tmp").mkdir()
    os.chmod(outside / "tmp", 0o777)
    home = outside / "home"
    home.mkdir()
    os.environ.update(HOME=str(home), XDG_CACHE_HOME=str(home / "cache"), SECRET=SECRET)
    course = make_course(outside / "course")
    with (
        socket.create_server(("127.0.0.1", 0)) as port,
        subprocess.Popen(["sleep", "300"]) as bystander,
    ):
        known = {"COURSE": str(course), "PID": bystander.pid, "PORT": port.getsockname()[1]}
        source = path.read_text(encoding="utf-8").replace("# @LINE@", LINE)
        for name, value in known.items():
            source = source.replace(f"@{name}@", str(value))
        before = listing(course)
        found = attack(path, source, isolation)
        found["unharmed"] = bystander.poll() is None and listing(course) == before
        bystander.kill()
    shutil.rmtree(outside / "course")
    found["left"] = [str(p) for p in (outside / "tmp").rglob("*")]
    shutil.rmtree(outside, ignore_errors=True)
    print(json.dumps(found))


def make_course(folder: Path) -> Path:
    """A course that anybody could read and write, if it were not for the sandbox."""
    for name in ("solutions/hw/hw.ipynb", "submitted/other/hw/hw.ipynb", "gradebook.db"):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SECRET)
        os.chmod(path, 0o666)
    for place, folders, _ in os.walk(folder):
        for each in (place, *(os.path.join(place, one) for one in folders)):
            os.chmod(each, 0o777)
    return folder


def listing(folder: Path) -> dict[str, str]:
    """All files below a folder, with what is in them."""
    return {str(p): p.read_text() for p in sorted(folder.rglob("*")) if p.is_file()}


def attack(path: Path, source: str, isolation: str) -> dict:
    """What became of a sample, and of two neighbours that were graded after it."""
    import corpus
    import processes

    from graders.engine import html, terminal
    from graders.engine.notebook import Cell, Notebook
    from graders.engine.warm import Limits

    limits = Limits(cell_seconds=5, call_seconds=2, memory_bytes=2**30)

    assignment = path.parent.parent.name
    names = {check.exercise for check in corpus.checks.of_assignment(assignment)}
    exercise = max((e for e in names if path.stem.startswith(f"{e}_")), key=len)
    mine = [c for c in corpus.checks.of_assignment(assignment) if c.exercise == exercise]
    first, _, last = source.partition("# %% end\n")
    solved = corpus.solved(assignment, {exercise: first})
    cells = [*solved.cells, Cell(len(solved.cells) + 1, "code", last)]
    graders = corpus.Graders(isolation, preload=())
    try:
        # What a course looks like when its turn comes: something has been graded before
        neighbour(graders, assignment, exercise)
        begin = time.perf_counter()
        grading = graders.grading(Notebook(assignment, cells), mine, limits=limits, finish=True)
        seconds = time.perf_counter() - begin
        texts = [json.dumps(run.outputs, ensure_ascii=False) for run in grading.runs.values()]
        (result,) = grading.result.exercises
        texts += [check.message for check in result.checks]
        page = html.exercise(result, 1)
        shown = [terminal.failure(check, True) for check in result.checks if check.message]
        after = neighbour(graders, assignment, exercise)
        alive = processes.find(f"{exercise}-hostile") + others(graders)
    finally:
        graders.close()
    return {
        "score": result.score,
        "texts": "\n".join(texts),
        "page": page,
        "shown": "\n".join(shown),
        "neighbours": after,
        "alive": alive,
        "seconds": seconds,
        "missing": graders.warm.missing,
    }


def neighbour(graders, assignment: str, exercise: str) -> list[float]:
    """The marks of a right solution and of an untouched stub."""
    import corpus

    cell = corpus.reference(assignment).solution_cell(exercise)
    sources = [cell.source, "raise NotImplementedError"]
    return [graders.grade(assignment, exercise, source).score for source in sources]


def others(graders) -> list[int]:
    """Processes below the warm process, when all of its workers have been closed."""
    from graders.engine.worker import family

    graders.oracle.close()
    time.sleep(0.1)
    mine = graders.warm._process.pid
    known = [pid for pid in family.descendants(mine) if is_ours(pid)]
    return [pid for pid in family.descendants(mine) if pid not in known]


def is_ours(pid: int) -> bool:
    try:
        command = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except OSError:
        return True  # it has just ended
    return command[0].endswith(b"bwrap") or any(b"firstgrad_worker" in part for part in command)


def header(source: str, key: str) -> str:
    """What a sample's head says of itself."""
    found = re.search(rf"^# {key}: (.*)$", source, re.MULTILINE)
    return found[1].strip() if found else ""


if __name__ == "__main__":
    main(Path(sys.argv[1]), *sys.argv[2:])
