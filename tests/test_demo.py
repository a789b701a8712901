"""The demo itself: it runs, and what it prints is true."""

import subprocess
import sys
from pathlib import Path

DEMO = Path(__file__).parent / "demo.py"


def test_the_demo_plays_a_whole_course(tmp_path):
    done = subprocess.run(
        [sys.executable, str(DEMO), "--folder", str(tmp_path / "demo")],
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    rows = {line.split()[0]: line.split() for line in done.stdout.splitlines() if " / " in line}
    assert rows["ada"][-3:] == ["20", "/", "20"]
    assert rows["chen"][-3:] == ["0", "/", "20"]
    # The third and the fourth exercise hold the mistakes
    ben = " ".join(rows["ben"][1:]).split(" ")
    assert ben[0:6] == ["5", "/", "5", "3", "/", "3"]
    assert float(ben[6]) < 3
    assert float(ben[9]) < 4
    pages = [line.strip() for line in done.stdout.splitlines() if line.endswith(".html")]
    assert len(pages) == 3
    assert all(Path(page).is_file() for page in pages)
