"""A programme: what happens when, who does what by which day, what the bot does."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from domain.calendar.wording import say_count, say_list
from domain.frameworks.follow_up import FollowUp
from domain.frameworks.framework import Framework
from domain.frameworks.meeting import Conversation, FamilyContact, NoticeRule
from domain.frameworks.moderation import ModerationRules
from domain.frameworks.parts import Entry, Part
from domain.frameworks.programme import Area, Programme
from domain.frameworks.seats import SeatRule
from domain.frameworks.wording import say_due, say_number
from tools.pages.facts import facts
from tools.pages.marks import cell, sources
from tools.pages.words import say_key, say_roles, say_when, sentence

# What this page says in its own way; whatever else a programme says follows as it stands
TOLD = frozenset(
    {
        "noun", "areas", "overall", "cycle", "seats", "selection", "notice", "conversations",
        "family", "moderation", "final_check", "follow_up", "findings_to", "findings_only",
        "blind_until_all_submitted", "areas_graded",
    }
)  # fmt: skip
SEAT_TOLD = frozenset({"eligible_roles", "by_design", "due", "steps", "why"})
DOES = frozenset({"does"})
DRAWN_TOLD = frozenset({"kind", "count", "confirmed_by"})


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom a page is written: the council's framework, and the rows that are served."""

    framework: Framework
    served: Collection[str]

    def sources(self, entry: Entry) -> str:
        """The rows and silences of an entry."""
        return sources(entry, self.served)

    def more(self, part: Part, skip: frozenset[str] = frozenset()) -> Iterator[str]:
        """Whatever else the part says, and why it is so."""
        for label, said in facts(part, self.framework, skip):
            yield f"   - {label}: {said}"
        if isinstance(part, Entry) and part.note:
            yield f"   - {sentence(part.note)}"


def programme_lines(programme: Programme, reader: Reader) -> Iterator[str]:
    """The programme as a chapter."""
    yield f"## {programme.title}"
    yield ""
    yield f"{sentence(say_when(programme))}{reader.sources(programme)}"
    yield ""
    if programme.note:
        yield sentence(programme.note)
        yield ""
    yield from _seats(programme, reader)
    yield "What the bot does:"
    yield ""
    yield from _steps(programme, reader)
    yield ""
    yield from _areas(programme, reader)


def _seats(programme: Programme, reader: Reader) -> Iterator[str]:
    yield "| who | is | by | rows |"
    yield "|---|---|---|---|"
    for seat in programme.seats:
        cells = (seat.label, _holder(seat, reader.framework), say_due(seat.due))
        named = reader.sources(seat).strip(" ()")
        yield f"| {' | '.join(cell(each) for each in cells)} | {named} |"
    yield ""


def _holder(seat: SeatRule, framework: Framework) -> str:
    roles = say_roles(seat.eligible_roles, framework, "or")
    found = say_key(seat.by_design) if seat.by_design else ""
    return f"{found} ({roles})" if found and roles else found or roles


def _steps(programme: Programme, reader: Reader) -> Iterator[str]:
    yield from _drawn(programme, reader)
    if programme.notice:
        yield from _notice(programme.notice, reader)
    for seat in programme.seats:
        yield f"1. Gives the {seat.label} their card: {sentence(seat.why)}"
        yield from reader.more(seat, SEAT_TOLD)
    for talk in programme.conversations:
        yield from _talk(talk, reader)
    if programme.family:
        yield from _family(programme.family, reader)
    yield from _judgement(programme, reader)
    if programme.moderation:
        yield from _moderation(programme.moderation, reader)
    yield from _ending(programme, reader)


def _drawn(programme: Programme, reader: Reader) -> Iterator[str]:
    drawn = programme.selection
    asked = say_roles(drawn.confirmed_by, reader.framework, "or")
    agreed = f"; {asked} confirms before anything is sent" if asked else ""
    number = f"{say_number(drawn.count)}, chosen {say_key(drawn.kind)}"
    yield f"1. Takes {number}{agreed}{reader.sources(drawn)}."
    yield from reader.more(drawn, DRAWN_TOLD)


def _notice(notice: NoticeRule, reader: Reader) -> Iterator[str]:
    people = say_list([say_key(who) for who in notice.to])
    when = "with the cards" if notice.when.kind == "with_allocation" else "in the month before"
    yield f"1. Tells {people} {when}{reader.sources(notice)}."
    yield from reader.more(notice, frozenset({"to", "when", "steps"}))


def _talk(talk: Conversation, reader: Reader) -> Iterator[str]:
    least = f", at least {say_count(talk.minutes, 'minute')}" if talk.minutes else ""
    must = "asks for" if talk.required else "offers"
    yield f"1. {must.capitalize()} a talk: {talk.title}{least}{reader.sources(talk)}."
    yield from reader.more(talk, frozenset({"minutes", "required", "prompts"}))


def _family(family: FamilyContact, reader: Reader) -> Iterator[str]:
    yield f"1. Asks for what the family say{reader.sources(family)}."
    yield from reader.more(family)


def _judgement(programme: Programme, reader: Reader) -> Iterator[str]:
    how = "Takes a grade and words for each area, and an overall grade"
    if programme.findings_only:
        how = "Takes findings in words for each area, without grades"
    elif not programme.areas_graded:
        how = "Takes words under each heading, and one overall grade"
    if programme.blind_until_all_submitted:
        how += "; nobody sees another's grades until all are in"
    yield f"1. {how}."
    if programme.overall:
        yield f"   - {programme.overall.question}{reader.sources(programme.overall)}"
        yield from reader.more(programme.overall, frozenset({"question"}))


def _moderation(rules: ModerationRules, reader: Reader) -> Iterator[str]:
    yield f"1. Sends to moderation, due {say_due(rules.due)}{reader.sources(rules)}:"
    for draw in rules.draws:
        yield f"   - {draw.title}{reader.sources(draw)}"
    for seat in rules.panel:
        roles = say_roles(seat.roles, reader.framework, "or")
        yield f"   - {seat.label.capitalize()}: {roles}{reader.sources(seat)}"
    yield from reader.more(rules, frozenset({"draws", "panel", "due", "steps"}))


def _ending(programme: Programme, reader: Reader) -> Iterator[str]:
    if check := programme.final_check:
        who = say_roles(check.by, reader.framework)
        days = f"on days {check.from_day} to {check.by_day}"
        yield f"1. Asks {who} to look it over {days}{reader.sources(check)}."
    if programme.findings_to:
        people = say_list([say_key(who) for who in programme.findings_to])
        yield f"1. Sends the findings to {people}, strengths first."
    for rule in programme.follow_up:
        yield from _follow_up(rule, reader)
    others = list(reader.more(programme.model_copy(update={"note": ""}), TOLD))
    if others:
        yield "1. Keeps to these as well:"
        yield from others


def _follow_up(rule: FollowUp, reader: Reader) -> Iterator[str]:
    off = "" if rule.on else ", switched off"
    yield f"1. {rule.title}{off}{reader.sources(rule)}:"
    for then in rule.then:
        said = [f"{label.lower()}: {words}" for label, words in facts(then, reader.framework, DOES)]
        does = say_key(then.does).capitalize()
        yield f"   - {'; '.join([does, *said])}{reader.sources(then)}"
    yield from reader.more(rule, frozenset({"then"}))


def _areas(programme: Programme, reader: Reader) -> Iterator[str]:
    yield "What is looked at:"
    yield ""
    for area in programme.areas:
        yield f"{area.number}. **{_name(area)}**{reader.sources(area)}"
        yield from (f"   - {prompt}" for prompt in area.prompts)
        if area.note:
            yield f"   - *{sentence(area.note)}*"
    yield ""


def _name(area: Area) -> str:
    may = " (where it applies)" if area.optional else ""
    return f"{area.full_name or area.name}{may}"
