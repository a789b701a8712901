"""Pictures are the same as IPython's, drawn once."""

import io

import numpy as np
import pytest
from IPython.core.pylabtools import print_figure
from matplotlib.figure import Figure
from PIL import Image

from graders.engine.worker import figures


def lines(figure):
    axes = figure.subplots()
    axes.semilogy([1, 2, 3], [1, 0.1, 0.001])
    axes.set_xlabel("epoch")


def two_axes(figure):
    for axes in figure.subplots(1, 2):
        axes.set_title("title")


def wide(figure):
    lines(figure)
    figure.axes[0].legend(["a legend of many words that reaches far out"], bbox_to_anchor=(1, 1))


def coloured(figure):
    lines(figure)
    figure.set_facecolor("lightblue")


def constrained(figure):
    figure.set_layout_engine("constrained")
    two_axes(figure)


def blank(figure):
    figure.subplots().set_axis_off()


FIGURES = [lines, two_axes, wide, coloured, constrained, blank]


def drawn(draw) -> Figure:
    figure = Figure(figsize=(6, 2.5), dpi=72)
    draw(figure)
    return figure


def pixels(data: bytes) -> np.ndarray:
    return np.asarray(Image.open(io.BytesIO(data)).convert("RGB"), float)


@pytest.mark.parametrize("draw", FIGURES)
def test_a_picture_is_as_large_as_with_ipython_and_shows_the_same(draw):
    ours, theirs = pixels(figures.png(drawn(draw))), pixels(print_figure(drawn(draw)))
    assert np.abs(np.subtract(ours.shape, theirs.shape)).max() <= 2  # one rounds, one cuts
    assert abs(ours.mean() - theirs.mean()) < 2.0


def test_nothing_is_no_picture():
    assert figures.png(Figure()) is None


def test_a_figure_is_drawn_once(monkeypatch):
    figure, times = drawn(lines), []
    draw = Figure.draw
    monkeypatch.setattr(Figure, "draw", lambda *a, **k: (times.append(1), draw(*a, **k))[1])
    figures.png(figure)
    assert times == [1]


def test_another_canvas_is_no_hindrance():
    from matplotlib.backends.backend_svg import FigureCanvasSVG

    figure = drawn(lines)
    FigureCanvasSVG(figure)
    assert figures.png(figure).startswith(b"\x89PNG")
