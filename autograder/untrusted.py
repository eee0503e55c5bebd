"""Text that came from a submission, made fit to show. Escaping is left to the page, the log or the table that shows it."""

import re

_TERMINAL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*(?:\x07|\x1b\\)?|[@-Z\\^_])")


def clean(text: str, limit: int = 600) -> str:
    """text as one line of at most limit visible characters, with an ellipsis where it was cut.

    Terminal escapes, control and bidi characters, everything else that cannot be seen, and lone surrogates are dropped;
    any white space becomes a plain space. Costs no more for 60 MB than for 60 kB.
    """
    if len(text) <= limit and text.isprintable():
        return text
    rough = _TERMINAL.sub("", text[: 4 * limit])
    shown = "".join(c if c.isprintable() else " " * c.isspace() for c in rough)
    return shown if len(shown) <= limit and len(text) <= 4 * limit else shown[:limit] + "…"
