"""Seats: whose part an audit has, and who may take it."""

from __future__ import annotations

from typing import Literal

from domain.frameworks.deadlines import Count, DueRule
from domain.frameworks.parts import Entry, Key, RoleKeys, SeatKeys, Text

ByDesign = Literal["case_team_manager", "case_line_manager", "case_iro", "case_cp_chair"]


class HandOver(Entry):
    """When a later seat gets the audit: from a day, by a day, counted from the printed day.

    With ``heads_up`` the holder is told at the start that the audit will come (SOM-02, E-71).
    """

    from_day: Count
    by_day: Count
    heads_up: bool = True


class SeatRule(Entry):
    """One person's part. ``label`` reads inside a sentence: "the lead auditor".

    The holder comes from everyone with an eligible role, or ``by_design`` is found on the
    record (HER-03). ``independent`` shuts out the own case, the own team and the line
    management of the case (E-08). ``weight`` says how much of a person's share of the work it
    is; ``steps`` are the lines of the allocation card, where ``{partner}`` and ``{worker}``
    become names. ``after`` names the seats that must be in first (SOM-06), ``alternates_with``
    the seat that the same person takes in the next cycle (SOM-03). ``hand_over`` holds the card
    of a later seat back; ``protected_time`` asks for time in the calendar (SOM-04).
    """

    key: Key
    label: Text
    short: Text
    eligible_roles: RoleKeys = ()
    by_design: ByDesign | None = None
    why: Text
    independent: bool = True
    due: DueRule
    weight: Count = 1
    per_person: Count = 1
    with_worker: bool = False
    grades_agreed_with_worker: bool = False
    after: SeatKeys = ()
    alternates_with: SeatKeys = ()
    hand_over: HandOver | None = None
    protected_time: bool = False
    steps: tuple[Text, ...] = ()

    @property
    def from_pool(self) -> bool:
        """Whether the holder is drawn, and not found on the record."""
        return self.by_design is None


class NewAuditors(Entry):
    """Who counts as new, and what helps them (SEF-44, E-66)."""

    fewer_than: Count
    paired: bool = True
    read_before_final: bool = True
    help_from: RoleKeys = ()
