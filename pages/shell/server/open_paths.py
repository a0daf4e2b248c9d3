"""The addresses open to all: the survey, the files of its pages, and the state of the program."""

OPEN_TO_ALL = ("/svar", "/filer", "/health", "/ready")


def lies_under(path: str, *addresses: str) -> bool:
    """Whether a path is one of the addresses, or below one."""
    return any(path == address or path.startswith(f"{address}/") for address in addresses)
