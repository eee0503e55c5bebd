"""The sealed grader inside nbgrader: what its commands and formgrader run in place of a student's notebook."""
