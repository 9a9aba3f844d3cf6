"""Whether what is sent to be passed can be sent, and passed by somebody."""

from __future__ import annotations

from collections.abc import Iterator

from domain.frameworks.framework import Framework


def passing(framework: Framework) -> Iterator[str]:
    """Approvals without a sender or without anybody who passes them."""
    for index, entry in enumerate(framework.approvals):
        place = f"approvals[{index}]"
        if entry.on and not entry.sent_by:
            yield f"{place}.sent_by: nobody sends it"
        if entry.on and not entry.approved_by:
            yield f"{place}.approved_by: nobody passes it"
        if entry.each and not (entry.cadence and (entry.cadence.every or entry.cadence.months)):
            yield f"{place}.each: the calendar asks for none, so nobody is asked for their own"
