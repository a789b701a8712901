"""Pictures of matplotlib's figures, drawn once where IPython draws them twice.

IPython trims a picture to what is in it: matplotlib draws the figure to find out how large that is,
and then once more. Here it is drawn with a broad margin, and the margin is cut off.
"""

import io
from typing import Any

# Inch around the figure. What reaches further is drawn in IPython's way; what only begins there
# is left out
MARGIN = 1.0
PADDING = 0.1  # inch that is left of it, as with `bbox_inches="tight"`
QUICK = {"compress_level": 1}  # a quarter of the time, for a tenth more bytes


def show(shell: Any) -> None:
    """Make figures outputs of the cell, as in Jupyter."""
    from matplotlib.figure import Figure
    from matplotlib_inline.backend_inline import configure_inline_support

    configure_inline_support(shell, "inline")
    shell.display_formatter.formatters["image/png"].for_type(
        Figure, lambda figure: png(figure) if shell.draws else None
    )
    _draw_once()


def png(figure: Any) -> bytes | None:
    """A figure as a PNG file; None if there is nothing in it."""
    from IPython.core.pylabtools import print_figure

    if not figure.axes and not figure.lines:
        return None
    picture = _cut(_drawn(figure), round(PADDING * figure.dpi))
    if picture is None:
        return print_figure(figure, pil_kwargs=QUICK)
    from PIL import Image  # matplotlib's own way to PNG

    file = io.BytesIO()
    Image.fromarray(picture).save(file, "PNG", **QUICK)
    return file.getvalue()


def _drawn(figure: Any) -> Any:
    """The pixels (height, width, 4) of a figure with its margin."""
    import numpy as np
    from matplotlib.backends.backend_agg import FigureCanvasAgg

    canvas = figure.canvas
    if not isinstance(canvas, FigureCanvasAgg):
        canvas = FigureCanvasAgg(figure)
    canvas.print_figure(
        io.BytesIO(),
        format="rgba",
        dpi=figure.dpi,
        facecolor=figure.get_facecolor(),
        edgecolor=figure.get_edgecolor(),
        bbox_inches=figure.bbox_inches.padded(MARGIN),
    )
    return np.asarray(canvas.buffer_rgba())


def _cut(pixels: Any, padding: int) -> Any:
    """The part (height, width, 4) of a picture that is not background, and `padding` pixels of
    that around it; None where this reaches the edge, or all is background."""
    import numpy as np

    colours = pixels.view(np.uint32)[..., 0]
    ink = colours != colours[0, 0]
    rows, columns = (np.flatnonzero(ink.any(axis=axis)) for axis in (1, 0))
    if not len(rows):
        return None
    top, bottom, left, right = rows[0], rows[-1] + 1, columns[0], columns[-1] + 1
    height, width = ink.shape
    if min(top, left, height - bottom, width - right) <= padding:
        return None
    return pixels[top - padding : bottom + padding, left - padding : right + padding]


def _draw_once() -> None:
    """Draw a figure for nobody: finding fonts and making parsers takes 0.3 s, once a process."""
    from matplotlib import pyplot

    figure, axes = pyplot.subplots(1, 2)
    axes[0].scatter([1, 2], [1, 10], label="label")
    axes[0].legend()
    axes[1].semilogy([1, 2], [1e-5, 10])
    axes[1].set(title="title", xlabel="x", ylabel="$y^2$")
    png(figure)
    pyplot.close(figure)
