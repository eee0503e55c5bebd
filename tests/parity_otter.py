"""Stock Otter on a folder of notebooks: `python -I tests/parity_otter.py AUTOGRADER.zip FOLDER ANSWER.json [kernels]`.

Every submission goes through `otter run`'s own code, two at a time, each in a fork that has Otter imported already. With
"kernels" Otter starts a Jupyter kernel for each, as it does for everybody (10 s); without, the same cells run in the fork's
own IPython shell (1 s). Nothing of this repository is on the path: what the checks need comes from the zip.
"""

import contextlib
import json
import multiprocessing
import os
import sys
import tempfile
from pathlib import Path
from typing import Any

JOBS = 2


class Shell:
    """Takes the place of nbconvert's ExecutePreprocessor: runs all cells in this process, whatever they raise."""

    def __init__(self, config: Any) -> None:
        """What Otter configures is that errors are allowed; they are."""

    def preprocess(self, notebook: Any) -> tuple[Any, dict[str, Any]]:
        """Run the code cells."""
        import otter.logging
        from IPython.core.interactiveshell import InteractiveShell
        from traitlets.config import Config

        otter.logging.send_logs = lambda host, port: None  # to the process that it is: each record would be sent again for ever
        config = Config()
        config.HistoryManager.enabled = False
        shell = InteractiveShell.instance(config=config)
        for cell in notebook.cells:
            if cell.cell_type == "code":
                shell.run_cell(cell.source, store_history=False)
        return notebook, {}


def main(autograder: str, folder: str, answer: str, how: str = "") -> None:
    """Grade the folder and write {student: {exercise: score}}; a submission that Otter gives no result has an empty one."""
    import matplotlib.pyplot  # noqa: F401  what all forks would import
    import nbconvert.preprocessors
    import otter.run  # noqa: F401

    if how != "kernels":
        nbconvert.preprocessors.ExecutePreprocessor = Shell
        sys.modules |= dict.fromkeys(("tensorflow", "keras"))  # as if it was not installed: labs pass over what needs it
    paths = sorted(Path(folder).glob("*.ipynb"))
    with multiprocessing.get_context("fork").Pool(JOBS, maxtasksperchild=1) as pool:
        scores = pool.starmap(run, [(autograder, str(path)) for path in paths], chunksize=1)
    Path(answer).write_text(json.dumps(dict(zip([path.stem for path in paths], scores, strict=True))))


def run(autograder: str, submission: str) -> dict[str, float]:
    """The scores by exercise that `otter run` gives a submission."""
    import otter.run

    with tempfile.TemporaryDirectory() as folder, open(os.devnull, "w") as null:
        os.chdir(folder)
        with contextlib.redirect_stdout(null), contextlib.redirect_stderr(null), contextlib.suppress(Exception):
            results = otter.run.main(submission, autograder=autograder, output_dir=folder, no_logo=True)
            return {name: results.get_score(name) for name in results.results}
    return {}


if __name__ == "__main__":
    main(*sys.argv[1:])
