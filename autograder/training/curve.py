"""What one sees while a model trains: a bar that moves, and the curve of the loss, drawn anew after every epoch."""

import io
import sys
import time
from typing import Any

EVERY = 0.25  # seconds between two looks


class Curve:
    """Progress of one training, in a notebook as a picture that changes, elsewhere as a line per epoch."""

    def __init__(self, title: str, epochs: int, history: list[dict[str, float]]) -> None:
        self.title, self.epochs, self.history = title, epochs, history
        ipython = sys.modules.get("IPython")
        self.notebook = bool(ipython and getattr(ipython.get_ipython(), "kernel", None))
        self.line, self.picture = None, None
        self.steps, self.looked = 1, 0.0

    def step(self, batch: int, loss: Any) -> None:
        """A batch is done; loss may be a tensor, and is read only when something is shown."""
        if time.monotonic() - self.looked > EVERY:
            self.looked = time.monotonic()
            done = min(1.0, (batch + 1) / self.steps)
            bar = "#" * round(20 * done)
            self._say(f"{self.title}: epoch {len(self.history) + 1} of {self.epochs} [{bar:.<20}] loss {float(loss):.4f}", passing=True)

    def epoch(self) -> None:
        """An epoch is done, and stands in the history."""
        last = self.history[-1]
        words = ", ".join(f"{name.replace('val_', 'validation ')} {value:.4f}" for name, value in last.items() if name != "seconds")
        self._say(f"{self.title}: epoch {len(self.history)} of {self.epochs}, {last['seconds']:.1f} s, {words}")
        if self.notebook and len(self.history) > 1:
            self._draw()

    def _say(self, text: str, passing: bool = False) -> None:
        if not self.notebook:
            if not passing:
                print(text, flush=True)
            elif sys.stdout.isatty():
                print(text, end="\r", flush=True)
            return
        from IPython.display import display

        self.line = _shown(self.line, {"text/plain": text}, display)

    def _draw(self) -> None:
        from IPython.display import display
        from matplotlib.figure import Figure

        figure = Figure(figsize=(6, 2.4), layout="constrained")
        axes = figure.subplots()
        at = range(1, len(self.history) + 1)
        for name, style in (("loss", "-"), ("val_loss", "--")):
            if name in self.history[0]:
                axes.plot(at, [row[name] for row in self.history], style, label=name.replace("val_loss", "validation loss"))
        axes.set(xlabel="epoch", ylabel="loss", title=self.title, xlim=(1, max(self.epochs, 2)))
        axes.legend(frameon=False)
        file = io.BytesIO()
        figure.savefig(file, format="png", dpi=80)
        self.picture = _shown(self.picture, {"image/png": file.getvalue(), "text/plain": f"loss of {self.title}"}, display)


def _shown(handle: Any, data: dict[str, Any], display: Any) -> Any:
    if handle is None:
        return display(data, raw=True, display_id=True)
    handle.update(data, raw=True)
    return handle
