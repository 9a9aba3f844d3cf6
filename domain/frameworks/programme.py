"""A programme: a kind of audit, with everything that the council's document asks of it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from domain.frameworks.cycles import CycleShape
from domain.frameworks.deadlines import Count, DueRule
from domain.frameworks.follow_up import FollowUp, Recommendations
from domain.frameworks.meeting import Conversation, FamilyContact, NoticeRule
from domain.frameworks.moderation import ModerationRules
from domain.frameworks.parts import Answer, Entry, Key, Prompt, Relation, RoleKeys, Text
from domain.frameworks.seats import NewAuditors, SeatRule
from domain.frameworks.selection import SelectionRule

AreaName = Annotated[Text, StringConstraints(max_length=36)]
MAIN_PROMPTS = 4


class Area(Entry):
    """One thing that an audit looks at. ``name`` is the card's title, so at most 36 characters.

    ``answers`` are short ones to choose from where there are no grades: a tick-list (COL-33).
    """

    number: Count
    key: Key
    name: AreaName
    full_name: str = ""
    prompts: tuple[Prompt, ...] = ()
    optional: bool = False
    answers: tuple[Answer, ...] = ()

    @property
    def main_prompts(self) -> tuple[str, ...]:
        """The first few, for a card; the rest stand behind a closed panel."""
        return self.prompts[:MAIN_PROMPTS]


class OverallRule(Entry):
    """The overall grade: somebody's judgement, never an average (E-07).

    A warning shows when it lies ``warn_steps`` or more from most areas. A reason is needed
    where it is better than inadequate although an area is inadequate.
    """

    question: Text
    warn_steps: Count = 2
    reason_if_above_inadequate: bool = True
    always_reason: bool = False


class FinalCheck(Entry):
    """Who looks over finished audits, in which days from the printed day (SOM-07)."""

    by: RoleKeys
    from_day: Count
    by_day: Count
    asks: tuple[Text, ...] = ()


class Exemption(Entry):
    """The auditors are excused all other audit work in the calendar month (LEI-14).

    No other card or nudge of an audit reaches them in it. What falls due in it moves to
    ``moves_to``, counted from the 1st of that month (E-24).
    """

    moves_to: DueRule


class Programme(Entry):
    """A kind of audit. ``noun`` reads inside a sentence: "your case file audit".

    ``findings_only`` has no grades (E-06); ``look_back_months`` is the window, None where the
    document names none. Nobody sees another seat's grades until all are in where
    ``blind_until_all_submitted`` (E-47). Where ``areas_graded`` is false the areas are headings
    for words and only the overall grade is given (E-73). ``template_by`` must give it the
    council's own form (``link``) before records go out (LEI-04).
    """

    key: Key
    title: Text
    noun: Text
    areas: Annotated[tuple[Area, ...], Field(min_length=1)]
    overall: OverallRule | None = None
    findings_only: bool = False
    areas_graded: bool = True
    allows_not_applicable: bool = False
    look_back_months: Count | None = None
    cycle: CycleShape
    seats: Annotated[tuple[SeatRule, ...], Field(min_length=1)]
    excuses: Exemption | None = None
    template_by: RoleKeys = ()
    selection: SelectionRule
    notice: NoticeRule | None = None
    conversations: tuple[Conversation, ...] = ()
    family: FamilyContact | None = None
    blind_until_all_submitted: bool = False
    moderation: ModerationRules | None = None
    final_check: FinalCheck | None = None
    follow_up: tuple[FollowUp, ...] = ()
    recommendations: Recommendations | None = None
    findings_to: tuple[Relation, ...] = ()
    new_auditors: NewAuditors | None = None

    def seat(self, key: str) -> SeatRule:
        """The seat of that key; raises KeyError where there is none."""
        for seat in self.seats:
            if seat.key == key:
                return seat
        raise KeyError(key)

    def area(self, number: int) -> Area:
        """The area of that number, counted from 1; raises KeyError where there is none."""
        for area in self.areas:
            if area.number == number:
                return area
        raise KeyError(number)
