"""Lists and dicts as text that is always the same for the same content."""

import json


def canonical(content: object) -> str:
    """JSON with sorted keys and no blanks; raises ValueError for NaN, which JSON does not have."""
    return json.dumps(
        content, sort_keys=True, ensure_ascii=False, allow_nan=False, separators=(",", ":")
    )
