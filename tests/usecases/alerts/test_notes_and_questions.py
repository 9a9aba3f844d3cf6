"""The note that a raiser files, questions that wait, and who may do what about an alert."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from cards.alerts.alert_form import LIMIT
from domain.alerts.alert import AlertState, AlertStepKind, Outcome
from domain.duties import DutyState
from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.chat import Chat
from tests.town import Town
from usecases.alerts.chasing import offer_next_steps
from usecases.alerts.steps import DECIDE, FILE, REPLY

DIFFER = {
    "rule": "professional_differences",
    "record": "C-23087",
    "theme": "Work with partners",
    "concern": "The school and we read the risk differently.",
    "effect": "The child hears two things.",
}
SIT = Person(
    id="sit",
    name="Sid Tate",
    aad_object_id="aad-sit",
    roles=frozenset({"service_improvement_team"}),
)


async def sends(town: Town, person: str, **said: str) -> Chat:
    """Somebody raises one through the form."""
    chat = town.chat(person)
    reply = await chat.says("alert")
    assert reply.card is not None, reply.line
    sent = await chat.press("send_alert", on=reply.card.render(), **said)
    assert sent.line.startswith("Sent as"), sent.line
    return chat


async def listed(chat: Chat) -> str:
    reply = await chat.says("alerts")
    assert reply.card is not None
    return words(reply.card.render())


async def kinds(town: Town, person: str) -> list[str]:
    return [duty.kind for duty in await town.duties(person)]


@pytest.mark.rows("SOM-61")
async def test_a_difference_is_a_talk_first_and_its_note_is_filed_on_the_record(
    somerset: Town,
) -> None:
    town = somerset
    wes = await sends(town, "wes", **DIFFER)
    assert await kinds(town, "tess") == [REPLY]
    assert await kinds(town, "wes") == [FILE]
    work = await wes.says("my work")
    assert work.card is not None
    assert "File the RPD note of QA-1" in words(work.card.render())
    opened = await wes.sees("alert", Ref("alert", "1"))
    assert opened is not None
    assert "Please file the RPD note on the case system." in words(opened)
    seen = await town.chat("tess").sees("alert", Ref("alert", "1"))
    assert "RPD" not in words(seen or {})

    done = await wes.press("file_alert_note", on=opened)
    assert done.line == "Noted: it is on the case system."
    assert await kinds(town, "wes") == []
    alert = await town.read(lambda uow: uow.alerts.get(1))
    assert alert is not None
    assert alert.state is AlertState.WAITING  # the talk itself goes on
    assert alert.last(AlertStepKind.FILED)
    again = await wes.tampers("file_alert_note", "alert-1", alert.version)
    assert again == "This note was filed already, so nothing was changed."


async def test_the_note_waits_after_the_talk_is_settled(somerset: Town) -> None:
    wes = await sends(somerset, "wes", **DIFFER)
    await somerset.chat("tess").press("reply_to_alert", reply="We meet the school on Friday.")
    await wes.press("settle_alert")
    assert await kinds(somerset, "wes") == [FILE]
    card = await wes.sees("alert", Ref("alert", "1"))
    assert card is not None
    assert (await wes.press("file_alert_note", on=card)).done
    assert await kinds(somerset, "wes") == []


async def test_it_can_be_typed_that_the_note_is_filed(somerset: Town) -> None:
    wes = await sends(somerset, "wes", **DIFFER)
    await somerset.chat("tess").press("reply_to_alert", reply="We meet the school on Friday.")
    assert (await wes.says("filed")).line.startswith("Noted: it is on the case system.")


async def test_no_note_is_asked_for_where_the_council_wants_none(leicestershire: Town) -> None:
    said = {**DIFFER, "rule": "qa_alert", "record": "C-24113"}
    ivy = await sends(leicestershire, "ivy", **said)
    assert FILE not in await kinds(leicestershire, "ivy")
    alert = await leicestershire.read(lambda uow: uow.alerts.get(1))
    assert alert is not None
    line = await ivy.tampers("file_alert_note", "alert-1", alert.version)
    assert line.startswith("The framework asks for no note here")


@pytest.mark.rows("SOM-69")
async def test_questions_to_the_team_wait_in_a_list_that_says_how_long(somerset: Town) -> None:
    town = somerset
    await town.hires(SIT)
    ask = {"rule": "ask_the_team", "theme": "Recording"}
    await sends(town, "wes", **ask, concern="Which form do we use?")
    town.later(days=6)
    await sends(town, "wanda", **ask, concern="Who signs the plan?")
    town.later(days=1)
    sid = town.chat("sit")
    queue = await listed(sid)
    assert "2 open" in queue
    assert "open for 7 days" in queue
    assert "open for 1 day" in queue
    first = await sid.sees("alert", Ref("alert", "1"))
    assert first is not None
    await sid.press("reply_to_alert", on=first, reply="Form 7, on the intranet.")
    answered = await town.chat("wes").sees("alert", Ref("alert", "1"))
    assert "Form 7, on the intranet." in words(answered or {})
    await town.chat("wes").press("settle_alert", on=answered)
    assert "1 open" in await listed(sid)
    assert await town.chat("theo").sees("alert", Ref("alert", "2")) is None


@pytest.mark.parametrize(
    ("person", "verb"),
    [
        ("will", "settle_alert"),
        ("theo", "move_alert_up"),
        ("theo", "end_alert"),
        ("will", "file_alert_note"),
        ("ivy", "reply_to_alert"),
        ("hal", "reply_to_alert"),
        ("ada", "open_alert"),
    ],
)
async def test_each_may_do_only_what_is_theirs(
    leicestershire: Town, person: str, verb: str
) -> None:
    said = {**DIFFER, "rule": "qa_alert", "record": "C-24113"}
    await sends(leicestershire, "ivy", **said)
    before = await leicestershire.read(lambda uow: uow.alerts.get(1))
    assert before is not None
    line = await leicestershire.chat(person).tampers(
        verb, "alert-1", before.version, reply="x", ending="x"
    )
    assert line.startswith("This is not yours to do")
    assert await leicestershire.read(lambda uow: uow.alerts.get(1)) == before


async def test_a_cover_replies_for_whoever_is_away(leicestershire: Town) -> None:
    town = leicestershire
    await sends(town, "ivy", **{**DIFFER, "rule": "qa_alert", "record": "C-24113"})
    await town.away("theo", cover="tess")
    card = await town.chat("tess").sees("alert", Ref("alert", "1"))
    assert card is not None
    done = await town.chat("tess").press("reply_to_alert", on=card, reply="I look into it.")
    assert done.line.startswith("Sent.")
    assert await kinds(town, "ivy") == [DECIDE]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"record": "C-99999"}, "I do not know that record"),
        ({"record": ""}, "Please say which record it is about."),
        ({"theme": "Weather"}, "Please say what it is about."),
        ({"concern": ""}, "Please say what you saw."),
        ({"effect": ""}, "Please say what it means for the child."),
        ({"concern": "x" * (LIMIT + 1)}, f"Please keep each box to {LIMIT:,} characters."),
    ],
)
async def test_what_is_missing_or_too_long_is_asked_for_and_nobody_is_told(
    leicestershire: Town, changed: dict[str, str], said: str
) -> None:
    ivy = leicestershire.chat("ivy")
    reply = await ivy.says("alert C-24113")
    assert reply.card is not None
    given = {**DIFFER, "rule": "qa_alert", "record": "C-24113", **changed}
    outcome = await ivy.press("send_alert", on=reply.card.render(), **given)
    assert outcome.line.startswith(said)
    assert await kinds(leicestershire, "theo") == []


async def test_a_closed_alert_takes_no_more(leicestershire: Town) -> None:
    town = leicestershire
    ivy = await sends(town, "ivy", **{**DIFFER, "rule": "qa_alert", "record": "C-24113"})
    town.now = datetime(2026, 12, 9, 9, 5, tzinfo=UTC)
    await town.tick(offer_next_steps)
    await ivy.press("end_alert", ending="It goes to the dispute process.")
    alert = await town.read(lambda uow: uow.alerts.get(1))
    assert alert is not None
    assert (alert.state, alert.outcome) == (AlertState.CLOSED, Outcome.NOT_SETTLED)
    for person, verb in (("theo", "reply_to_alert"), ("ivy", "settle_alert")):
        line = await town.chat(person).tampers(verb, "alert-1", alert.version, reply="Late")
        assert line == "This is closed, so nothing was changed."
    everybody = [duty for one in ("theo", "will", "ivy") for duty in await town.duties(one)]
    assert [duty for duty in everybody if duty.state is DutyState.OPEN] == []
