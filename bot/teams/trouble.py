"""What is said and what is logged when a turn fails in a way that nobody had foreseen."""

from __future__ import annotations

import secrets
import traceback
from pathlib import PurePath

import structlog

from domain.faults import Fault

log = structlog.get_logger(__name__)

ALPHABET = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # nothing that looks like another: no 0 O 1 I L U
SORRY = (
    "Something went wrong on our side, so this may not have been saved. "
    "Please try again in a minute, or type help. Reference {reference}."
)


def report(error: BaseException, kind: str) -> str:
    """Log a failure under a fresh reference; gives the sentence for the person.

    The log gets the class and the lines of code only: an exception's own text may hold what
    somebody wrote. A fault has a sentence of its own, which says more than ours.
    """
    reference = "".join(secrets.choice(ALPHABET) for _ in range(4))
    log.error(
        "turn_failed",
        reference=reference,
        kind=kind,
        error=type(error).__name__,
        cause=type(error.__cause__).__name__ if error.__cause__ else None,
        where=where(error),
    )
    if isinstance(error, Fault):
        return f"{error.message} Reference {reference}."
    return SORRY.format(reference=reference)


def where(error: BaseException) -> list[str]:
    """The innermost lines of code that an exception passed, without their text."""
    frames = traceback.extract_tb(error.__traceback__)
    return [f"{PurePath(frame.filename).name}:{frame.lineno}" for frame in frames[-8:]]
