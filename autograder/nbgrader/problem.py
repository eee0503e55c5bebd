"""What can go wrong with a gradebook, in a module that loads nothing."""


class GradebookError(Exception):
    """The gradebook cannot be written; says which one and why."""
