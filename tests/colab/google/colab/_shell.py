"""Colab's shell class: code that tells Colab by its name finds it here too."""

from ipykernel.zmqshell import ZMQInteractiveShell


class Shell(ZMQInteractiveShell):
    """The shell of a Colab kernel."""
