"""The command line: one thin function per command; the services do the work."""
