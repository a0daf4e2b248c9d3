"""Progress of making the invented region: the number of steps done, of how many."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int, str], None]


@dataclass
class Steps:
    """A counter of steps that calls `progress` at each. of: the number of all steps."""

    progress: Progress | None
    of: int
    done: int = 0

    def over(self, what: str) -> None:
        """Count a step as over; `what` is a marked word for it."""
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.of, what)

    def in_steps(self) -> Progress:
        """Return a callback for work that calls it as each step begins and once at the end."""
        current: list[str] = []

        def so_far(_done: int, _of: int, what: str) -> None:
            if current:
                self.over(current[-1])
            current.append(what)

        return so_far

    def in_parts(self, what: str, *, parts: int) -> Callable[[int, int], None]:
        """Return a callback that counts `parts` steps while work calls it with (done, all)."""
        before = self.done

        def so_far(done: int, of: int) -> None:
            while self.done - before < parts * done // of:
                self.over(what)

        return so_far
