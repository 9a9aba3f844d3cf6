"""Logs: a sentence's key and ids, never what a person wrote."""

from __future__ import annotations

import logging
import sys

import structlog


def configure_logs(level: str) -> None:
    """JSON lines on standard error; libraries are held to warnings."""
    number = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=logging.WARNING, format="%(name)s %(levelname)s %(message)s")
    # of a header that is too long it would log the first bytes: those of a token
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[
            structlog.contextvars.merge_contextvars,
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(number),
        logger_factory=structlog.PrintLoggerFactory(file=sys.stderr),
        cache_logger_on_first_use=True,
    )
