"""Taking turns: a lock that goes to those who wait for it in the order they came."""

from collections import deque
from threading import Condition, Lock


class Turns:
    """The turn to write to a file; whoever comes first has it first.

    A lock of Python or SQLite goes to whoever asks at the right moment: under load some wait on and
    on, and in the end too long.
    """

    def __init__(self) -> None:
        self._guard = Lock()
        # The first has the turn, the others wait, each to be woken alone.
        self._line: deque[Condition] = deque()

    def take(self, seconds: float) -> bool:
        """Wait for the turn; return False when it has not come after so many seconds."""
        with self._guard:
            place = Condition(self._guard)
            self._line.append(place)
            if place.wait_for(lambda: self._line[0] is place, seconds):
                return True
            self._line.remove(place)
            return False

    def give_back(self) -> None:
        """Hand the turn to whoever has waited longest."""
        with self._guard:
            self._line.popleft()
            if self._line:
                self._line[0].notify()

    @property
    def waiting(self) -> int:
        """The number of those who wait, without the one who has the turn."""
        with self._guard:
            return max(len(self._line) - 1, 0)

    @property
    def is_free(self) -> bool:
        """Whether nobody has the turn."""
        with self._guard:
            return not self._line
