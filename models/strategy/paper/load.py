"""Reading strategies from definition files, with a check of every field and reference."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError

from models.errors import InputError
from models.strategy.paper.references import require_references
from models.strategy.paper.strategy import Strategy
from survey import definition_file

SHIPPED = Path(__file__).parents[1] / "strategies"


def available() -> tuple[str, ...]:
    """The ids of the strategies that are shipped."""
    return tuple(sorted(path.stem for path in SHIPPED.glob("*.yaml")))


@cache
def load(strategy_id: str) -> Strategy:
    """Return a shipped strategy; InputError when there is none with that id."""
    if strategy_id not in available():
        raise InputError("Strategien {strategy} kendes ikke.", strategy=strategy_id)
    return read(SHIPPED / f"{strategy_id}.yaml")


def read(path: Path) -> Strategy:
    """Return the strategy of a definition file; InputError names the file and the faulty field."""
    try:
        strategy = Strategy.model_validate(definition_file.content(path))
    except OSError as error:
        raise InputError("{file}: filen kan ikke læses.", file=path.name) from error
    except yaml.YAMLError as error:
        place = str(getattr(error, "problem_mark", None) or error).strip()
        raise InputError(
            "Filen {file} er ikke gyldig YAML: {place}.", file=path.name, place=place
        ) from error
    except ValidationError as error:
        raise _refusal(path, error) from error
    require_references(strategy, path.name)
    return strategy


def _refusal(path: Path, error: ValidationError) -> InputError:
    """Return the first fault of a file with its field's path, e.g. criteria.3.due."""
    first = error.errors()[0]
    place = {"file": path.name, "field": ".".join(str(step) for step in first["loc"]) or "-"}
    match first["type"]:
        case "missing":
            return InputError("{file}, feltet {field}: mangler.", **place)
        case "extra_forbidden":
            return InputError("{file}, feltet {field}: kendes ikke her.", **place)
        case _:
            return InputError("{file}, feltet {field}: {problem}", problem=first["msg"], **place)
