"""The ways a request is not let in; ``reason`` is for the log, never for the caller."""

from __future__ import annotations

from typing import ClassVar


class RefusedError(Exception):
    """A request that goes no further."""

    status: ClassVar[int] = 400

    def __init__(self, reason: str, *, said: str | None = None) -> None:
        self.reason = reason
        self.said = said
        super().__init__(reason)


class NotAuthenticError(RefusedError):
    """Not shown to come from Teams."""

    status = 401


class NotAllowedHereError(RefusedError):
    """From Teams, but not for this service."""

    status = 403


class MalformedError(RefusedError):
    """Not an activity; ``said`` names what is wrong with it."""

    status = 400


class TooSlowError(RefusedError):
    """The body did not arrive in time."""

    status = 408


class TooLargeError(RefusedError):
    """More than an activity can hold."""

    status = 413


class NotJsonError(RefusedError):
    """Another content type than application/json."""

    status = 415
