"""The command line: one thin function a command, all work in the services."""

from models.cli.program import main

__all__ = ["main"]
