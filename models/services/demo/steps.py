"""Progress of making a region: how many steps are over, of how many."""

from collections.abc import Callable
from dataclasses import dataclass

Progress = Callable[[int, int, str], None]


@dataclass
class Steps:
    """How many steps are over, of how many; whoever wants to know is told at each."""

    progress: Progress | None
    of: int
    done: int = 0

    def over(self, what: str) -> None:
        """One more step is over; `what` is a marked word."""
        self.done += 1
        if self.progress is not None:
            self.progress(self.done, self.of, what)

    def in_steps(self) -> Progress:
        """For work that tells steps of its own as each begins, and the last again at the end."""
        current: list[str] = []

        def so_far(_done: int, _of: int, what: str) -> None:
            if current:
                self.over(current[-1])
            current.append(what)

        return so_far

    def in_parts(self, what: str, *, parts: int) -> Callable[[int, int], None]:
        """A step told in so many parts: for work that says how much of it is done, of how much."""
        before = self.done

        def so_far(done: int, of: int) -> None:
            while self.done - before < parts * done // of:
                self.over(what)

        return so_far
