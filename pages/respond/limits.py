"""Limits on the unknown codes that an address may try, and on the use of one link."""

import hashlib
import time
from collections import OrderedDict
from collections.abc import Callable, Iterator
from ipaddress import IPv6Address, ip_address
from threading import Lock

# A posted link with a fault in it is tried by many behind the same address of a hospital.
CODES, CODES_PER_SECOND = 30, 0.5
# A whole meeting may open the link of its unit at once, and send at once.
SENDS, SENDS_PER_SECOND = 400, 1.0
WAIT_SECONDS = 60
MOST = 20_000
IPV6_NETWORK = 64


class Allowance:
    """A number of tries for each key, which fills again with time.

    It is kept in memory for the `most` latest keys. Spending more than is left is remembered as a
    debt, so that many tries at once are not cheaper than one after another.
    """

    def __init__(
        self,
        tries: int,
        *,
        per_second: float,
        most: int = MOST,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.tries, self.per_second, self.most, self.clock = tries, per_second, most, clock
        self._left: OrderedDict[str, tuple[float, float]] = OrderedDict()
        self._lock = Lock()

    def is_spent(self, key: str) -> bool:
        """Whether the key has no try left now."""
        with self._lock:
            return self._now_left(key) < 1

    def spend(self, key: str, tries: int = 1) -> None:
        """Take tries from a key."""
        with self._lock:
            self._left[key] = (self._now_left(key) - tries, self.clock())
            self._left.move_to_end(key)
            if len(self._left) > self.most:
                self._left.popitem(last=False)

    def filled(self) -> Iterator[str]:
        """Return the keys that are remembered, the latest last."""
        return iter(tuple(self._left))

    def forget(self) -> None:
        """Give every key all its tries."""
        with self._lock:
            self._left.clear()

    def _now_left(self, key: str) -> float:
        left, at = self._left.get(key, (float(self.tries), self.clock()))
        return min(self.tries, left + (self.clock() - at) * self.per_second)


codes = Allowance(CODES, per_second=CODES_PER_SECOND)
links = Allowance(SENDS, per_second=SENDS_PER_SECOND)
# One try each: a visit whose try is spent has been let in, and is not held up by its neighbours.
visits = Allowance(1, per_second=0)


def forget() -> None:
    """Begin anew, as after a restart."""
    for allowance in (codes, links, visits):
        allowance.forget()


def address(host: str) -> str:
    """Return what counts as one address: an IPv4 address, or the network of an IPv6 one."""
    try:
        ip = ip_address(host)
    except ValueError:
        return host
    if not isinstance(ip, IPv6Address):
        return host
    if ip.ipv4_mapped:
        return str(ip.ipv4_mapped)
    network = int(ip) >> IPV6_NETWORK << IPV6_NETWORK
    return f"{IPv6Address(network)}/{IPV6_NETWORK}"


def trace(text: str) -> str:
    """Return a hash: no link and no key of a browser stands in the memory of the limits."""
    return hashlib.sha256(text.encode()).hexdigest()
