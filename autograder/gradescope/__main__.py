"""`python -m autograder.gradescope`, called by run_autograder."""

from autograder.gradescope.container import Container
from autograder.gradescope.runner import run

run(Container())
