"""Grade one submission where Gradescope runs it: `autograder/release/gradescope.py` packs it, `setup.sh` and `run_autograder` start it."""
