"""The rest of the calendar: what a council asks for beside its audits.

Each entry says what, who, to whom and how often; the machinery of each kind reads its own.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Annotated, Literal

from pydantic import Field

from domain.frameworks.cycles import Month
from domain.frameworks.deadlines import Count, DueRule
from domain.frameworks.follow_up import AfterAudit
from domain.frameworks.parts import GradeKeys, Key, KeyedEntry, Part, Relation, RoleKeys, Text
from domain.frameworks.timing import Ladder
from domain.frameworks.voices import Age, RatingAsked

Year = Annotated[int, Field(ge=2000, le=2100)]
Period = Literal["week", "fortnight", "month", "quarter", "half_year", "year"]


class Cadence(Part):
    """How often: ``times`` in every ``interval`` periods, in certain months, or on an event.

    ``days_before`` the event, where it is done ahead of it (SOM-26). ``after`` names the
    activities, reports and programmes whose end is that event, so that nobody has to start it.
    Periods of several years are counted from the year ``since``.
    """

    every: Period | None = None
    interval: Count = 1
    times: Count = 1
    months: tuple[Month, ...] = ()
    event: str = ""
    days_before: Count | None = None
    after: tuple[Key, ...] = ()
    since: Year | None = None
    due: DueRule | None = None


class SameDay(Part):
    """By 23:59 of the day, London time (E-55, E-82)."""

    kind: Literal["same_day"]


class Hours(Part):
    """So many clock hours (E-01, E-55)."""

    kind: Literal["hours"]
    hours: Count


class Days(Part):
    """So many days, calendar ones unless ``working`` (E-52, E-81)."""

    kind: Literal["days"]
    days: Count
    working: bool = False


TimeLimit = Annotated[SameDay | Hours | Days, Field(discriminator="kind")]


class Widening(Part):
    """Where an answer may look further: the choice's ``title``, the ``task``, and whose it is.

    Everybody of ``done_by`` whom the record has gets the task, due within so many days.
    """

    title: Text
    task: Text
    done_by: tuple[Relation, ...]
    days: Count = 7


class ImmediateResponse(KeyedEntry):
    """A trigger that cannot wait, who answers it and how soon (SEF-07, SEF-08).

    ``talk`` names the activity that asks whether it was talked about in supervision (SEF-09).
    """

    trigger: Literal["safeguarding", "supervision_gap", "family", "any"] = "any"
    gap_months: Count | None = None
    raised_by: RoleKeys = ()
    told: tuple[Relation, ...] = ()
    answered_by: tuple[Relation, ...] = ()
    within: TimeLimit | None = None
    breach_told: RoleKeys = ()
    may_widen_to: tuple[Widening, ...] = ()
    talk: Key | None = None
    ladder: Ladder = Ladder()


class Incident(KeyedEntry):
    """A serious incident: who tells whom, how soon, and what comes after (SOM-42 to SOM-46).

    Whoever must tell is nudged every ``nudge_hours`` until it is done (E-82); ``ways`` are the
    choices that the deciding people have. A ``notice`` is given by people; the other stages come
    ``after`` it: a decision and a way to learn name the key of the notice, a review the ways of
    the decision that call for it.
    """

    stage: Literal["notice", "decision", "review", "learning"] = "notice"
    after: tuple[Text, ...] = ()
    raised_by: RoleKeys = ()
    told: RoleKeys = ()
    within: TimeLimit | None = None
    decided_by: RoleKeys = ()
    nudge_hours: Count | None = None
    ways: tuple[Text, ...] = ()


class ActionRule(KeyedEntry):
    """How actions are kept, claimed done and signed off (SEF-11 to SEF-15).

    Each carries one of ``tags``, which a card calls ``tag_title`` (LEI-34). A rule that ``tracks``
    another one makes no actions: its owners write down how far those of the other are (SEF-12).
    """

    owners: tuple[Relation, ...] = ()
    max_days: Count | None = None
    warn_days: Count | None = None
    extension: bool = False
    tags: tuple[Text, ...] = ()
    copied_to: tuple[Relation, ...] = ()
    signed_off_by: tuple[Relation, ...] = ()
    judgements: tuple[Text, ...] = ()
    kept_by: RoleKeys = ()
    tag_title: Text = "Kind"
    tracks: Key | None = None


class FeedbackRule(KeyedEntry):
    """A way in which families, young people, staff or partners are heard outside an audit.

    Where it is ``verbatim`` the words stand whole in a field of their own, with their medium out
    of ``channels``, and no summary takes their place (COL-32). What is said of the work of one
    practitioner ``counts_for`` a quota (SOM-21). Where it ``covers`` the open records, it is said
    which of them nobody has asked yet (COL-28). ``prompted_when`` has the worker asked for it, or
    whoever finished a first audit. Where it is their ``own``, people of the roles ``own_of``
    answer it themselves, everybody where none is named (SEF-43, SEF-58). Where it comes ``after``
    a programme, whoever asks has it to send after each such audit: to its auditors or to the team
    that it looked at (SOM-29).
    """

    cadence: Cadence | None = None
    asked_by: RoleKeys = ()
    channels: tuple[Text, ...] = ()
    verbatim: bool = False
    asks: tuple[Text, ...] = ()
    to: RoleKeys = ()
    of: Literal["family", "others"] = "family"
    asked_as: Mapping[Age, tuple[Text, ...]] = Field(default_factory=dict)
    rating: RatingAsked | None = None
    counts_for: Key | None = None
    covers: Literal["nothing", "open_records"] = "nothing"
    prompted_when: tuple[Literal["record_closed", "reported", "first_audit"], ...] = ()
    own: bool = False
    own_of: RoleKeys = ()
    put_to: Literal["everybody", "auditors", "team"] = "everybody"


class Nomination(KeyedEntry):
    """Good practice: who may name it, who verifies it, where it is kept (E-18, E-83).

    ``interview``: whoever verifies it talks with the nominee first (SEF-37).
    """

    by: RoleKeys = ()
    verified_by: RoleKeys = ()
    within_days: Count | None = None
    after_grades: GradeKeys = ()
    kept_in: str = ""
    interview: bool = False


class Observation(KeyedEntry):
    """Practice seen at first hand: who is seen by whom, how often, and what is written of it.

    Owed by ``each`` observer, or for each observed, whom the line manager then observes (E-85);
    where such a cadence has no ``due``, it is counted from the last one of that person (E-67).
    """

    cadence: Cadence | None = None
    each: Literal["observer", "observed"] = "observer"
    of: RoleKeys = ()
    by: RoleKeys = ()
    assigned_by: RoleKeys = ()
    kinds: tuple[Text, ...] = ()
    asks: tuple[Text, ...] = ()


class Alert(KeyedEntry):
    """A concern, praise or question that is raised, its levels and when it moves up (E-52).

    ``to_roles`` hear of it whoever the record's people are (SOM-05). A ``signpost`` only shows
    the way to somebody else's form: nothing of it is kept (SOM-63). What a ``partner`` agency
    says is entered for it by whoever may raise it (HER-42). Where it ``files_note``, whoever raised
    it puts a note of that name on the case system (SOM-61).
    """

    files_note: str = ""
    raised_by: RoleKeys = ()
    partner: bool = False
    to: tuple[Relation, ...] = ()
    to_roles: RoleKeys = ()
    levels: tuple[Text, ...] = ()
    praise: bool = False
    signpost: bool = False
    answer_within: TimeLimit | None = None


class Quota(KeyedEntry):
    """So many pieces of work a person owes in a period, in parts (LEI-06, E-21).

    Owed once for each person with one of the roles ``for_each`` whom they manage (SOM-21); once
    in all where there are none. ``filled_by`` says by their keys which programmes, observations
    and activities fill a part. ``spare`` names the part that takes any other piece on record, and
    what is over in a part that is full (E-21, E-23). A year begins with the month
    ``year_starts`` (E-05).
    """

    roles: RoleKeys = ()
    for_each: RoleKeys = ()
    per: Period
    total: Count
    parts: Mapping[str, Count] = Field(default_factory=dict)
    filled_by: Mapping[str, tuple[Key, ...]] = Field(default_factory=dict)
    spare: str = ""
    year_starts: Month = 1


class Activity(KeyedEntry):
    """Something of the calendar: due, nudged, its outcome noted (E-19).

    One holder does it for all, unless it is owed by ``each``. ``after_audit`` has it asked for
    whenever an audit is final.
    """

    cadence: Cadence | None = None
    each: bool = False
    held_by: RoleKeys = ()
    relations: tuple[Relation, ...] = ()
    with_whom: tuple[Text, ...] = ()
    notes: tuple[Text, ...] = ()
    after_audit: AfterAudit | None = None


class Report(KeyedEntry):
    """Something compiled: by whom, what is in it, who passes it and who gets it.

    One who prepares it does it for all, unless it is owed by ``each``. It covers so many months
    up to the period in which it is due, that period with them where ``covers_its_own``.
    """

    cadence: Cadence | None = None
    each: bool = False
    covers_its_own: bool = False
    prepared_by: RoleKeys = ()
    approved_by: RoleKeys = ()
    to: tuple[Text, ...] = ()
    covers_months: Count | None = None
    contents: tuple[Text, ...] = ()
    levels: tuple[Text, ...] = ()
