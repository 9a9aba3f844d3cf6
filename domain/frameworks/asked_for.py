"""What people are asked for beside audits: to send and pass something, to heed a reminder."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.deadlines import Count
from domain.frameworks.parts import KeyedEntry, Relation, RoleKeys, Text
from domain.frameworks.sections import Cadence


class Approval(KeyedEntry):
    """Something that a person passes or returns; ``told`` hear of it once it has passed.

    ``items`` are passed one by one (COL-05), each with an answer to what it ``asks``. One of
    ``approved_by`` passes it, then one of ``then_approved_by`` where there are any (LEI-08).
    Where ``each`` of ``sent_by`` sends their own, it is asked of every one of them (LEI-24).
    """

    cadence: Cadence | None = None
    sent_by: RoleKeys = ()
    each: bool = False
    approved_by: RoleKeys = ()
    then_approved_by: RoleKeys = ()
    told: RoleKeys = ()
    items: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()


class Nudge(KeyedEntry):
    """A standing reminder to do something that the bot cannot see (HER-43).

    It comes with its ``cadence``, or ``days_after`` the findings of an audit went out, and then
    ``again`` every so many months until it is ticked (LEI-50). ``tick`` is the button that says
    so, with what was looked at out of ``ticks`` and an answer to ``asks`` (LEI-26, COL-33).
    """

    cadence: Cadence | None = None
    after: Literal["", "findings"] = ""
    days_after: Annotated[int, Field(ge=0)] = 0
    again: Count | None = None
    to: RoleKeys = ()
    relations: tuple[Relation, ...] = ()
    sentence: str = ""
    tick: Annotated[str, Field(max_length=24)] = ""
    ticks: tuple[Text, ...] = ()
    asks: str = ""
