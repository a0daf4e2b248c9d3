"""The addresses open to all: the survey, the files of its pages, and the state of the program."""

# Below these everything is ours; below the others Streamlit would answer.
_WITH_ALL_BELOW, _ALONE = ("/svar", "/filer"), ("/health", "/ready")


def is_open_to_all(path: str) -> bool:
    """Whether everybody gets what is at an address, signed in or not."""
    return path in _ALONE or any(
        path == address or path.startswith(f"{address}/") for address in _WITH_ALL_BELOW
    )
