"""Pictures for labs: a style that reads well everywhere, and a sentence below each that says what is to be seen."""

from typing import Any


def pyplot() -> Any:
    """matplotlib.pyplot, set to draw what reads well in grey, for colour-blind eyes, on dark pages."""
    import matplotlib.pyplot as plt

    colours = plt.cycler(color=["#0072B2", "#D55E00", "#009E73"], linestyle=["-", "--", "-."])
    frame = {"axes.spines.top": False, "axes.spines.right": False, "figure.constrained_layout.use": True}
    plt.style.use(["default", frame | {"axes.prop_cycle": colours, "image.cmap": "cividis", "font.size": 11}])
    return plt


def show(figure: Any, sentence: str) -> None:
    """Show a picture and say below it, and to screen readers, what is to be seen."""
    from IPython.display import Markdown, display
    from matplotlib.pyplot import close

    display(figure, metadata={"image/png": {"alt": sentence}})
    display(Markdown(f"*{sentence}*"))
    close(figure)
