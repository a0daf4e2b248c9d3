"""The command line: one thin function a command, all work in the services."""
