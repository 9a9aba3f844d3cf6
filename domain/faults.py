"""What can go wrong, said to the person whom it concerns."""

from __future__ import annotations

from typing import ClassVar


class Fault(Exception):  # noqa: N818 - the word of the glossary: a fault is an answer, not a crash
    """Something asked for cannot be done.

    The text is written for the person who reads it: what was not done, why, and the way on.
    A subclass without its own text uses its docstring. One that is not ``permanent`` is no
    answer to what was asked: it is logged as well, and the same may work later.
    """

    permanent: ClassVar[bool] = True

    def __init__(self, message: str | None = None, *, field: str | None = None) -> None:
        self.message = message or " ".join((type(self).__doc__ or "").split())
        self.field = field
        super().__init__(self.message)


class NotFoundFault(Fault):
    """That is not here any more. Type my work to see what is waiting for you."""


class NotAllowedFault(Fault):
    """This is not yours to do. You can still read it."""


class MovedOnFault(Fault):
    """This has moved on since you got the card. Your press changed nothing."""


class RecordsAwayFault(Fault):
    """I cannot get at my records just now, so nothing was kept. Please try again in a minute."""

    permanent = False
