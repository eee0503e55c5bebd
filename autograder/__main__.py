"""`python -m autograder`: release, grade, doctor."""

from autograder.cli import main

raise SystemExit(main())
