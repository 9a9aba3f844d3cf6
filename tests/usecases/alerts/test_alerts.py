"""Alerts between professionals: a talk first, a reply, the next step offered, praise, the count."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.town import Town
from usecases.alerts.chasing import offer_next_steps

CONCERN = "The plan was last changed in May."
EFFECT = "The child does not know where they will live."
REPLY = "A planning meeting is set for Friday."
SAID = {"record": "C-24113", "theme": "Planning", "concern": CONCERN, "effect": EFFECT}


async def raises(town: Town, name: str = "ivy", **more: str) -> str:
    """Somebody raises an alert; gives what they read."""
    chat = town.chat(name)
    reply = await chat.says(f"alert {SAID['record']}")
    assert reply.card is not None
    sent = await chat.press("send_alert", on=reply.card.render(), **{**SAID, **more})
    return sent.line


async def late(town: Town) -> None:
    """Five working days go by, and the clock looks twice."""
    town.now = datetime(2026, 12, 9, 9, 5, tzinfo=UTC)
    await town.tick(offer_next_steps)
    await town.tick(offer_next_steps)


@pytest.mark.rows("LEI-18")
async def test_an_informal_alert_asks_worker_and_manager_for_a_reply(leicestershire: Town) -> None:
    town = leicestershire
    assert "informal" in await raises(town)
    for name in ("will", "theo"):
        card = town.chat(name).words("alert")
        assert CONCERN in card
        assert EFFECT in card
        assert "Tuesday 8 December" in card
        assert [duty.kind for duty in await town.duties(name)] == ["reply_to_alert"]


@pytest.mark.rows("LEI-18")
async def test_without_a_reply_the_formal_step_is_offered_once_and_not_taken(
    leicestershire: Town,
) -> None:
    town = leicestershire
    await raises(town)
    await late(town)
    cards = [one for one in town.chat("ivy").cards if one.kind == "alert"]
    assert len(cards) == 1
    card = words(cards[0].card)
    assert "The next step is Formal" in card
    assert "Will Heath" in card
    assert "Wednesday 16 December" in card
    assert "It is taken only if you press it." in card
    assert "Informal" in town.chat("theo").words("alert")

    await town.chat("ivy").press("move_alert_up")
    assert "Formal: Planning" in town.chat("theo").words("alert")
    assert "Formal: Planning" in town.chat("sam").words("alert")
    await town.chat("theo").press("reply_to_alert", reply=REPLY)
    assert REPLY in town.chat("ivy").words("alert")
    await town.chat("ivy").press("settle_alert")
    assert "Settled" in town.chat("theo").words("alert")
    for name in ("ivy", "will", "theo", "sam"):
        assert await town.duties(name) == []


@pytest.mark.rows("LEI-18")
async def test_praise_asks_for_no_reply_and_goes_on_to_be_verified(leicestershire: Town) -> None:
    town = leicestershire
    await town.hires(
        Person(id="quin", name="Quin Lacey", roles=frozenset({"qa_and_improvement_team"}))
    )
    await raises(town, tone="praise", effect="")
    card = town.chat("will").words("alert")
    assert "Good practice was seen" in card
    assert "No reply is needed" in card
    assert await town.duties("will") == []
    (waiting,) = await town.read(lambda uow: uow.nominations.undecided())
    assert (waiting.nominee, waiting.reason, waiting.nominator) == ("will", CONCERN, "ivy")


@pytest.mark.rows("LEI-19")
async def test_the_half_year_is_counted_for_whoever_audits_the_alerts(leicestershire: Town) -> None:
    town = leicestershire
    roles = frozenset({"safeguarding_performance_service_manager"})
    await town.hires(Person(id="sana", name="Sana Reid", aad_object_id="aad-sana", roles=roles))
    await raises(town)
    await raises(town, theme="Recording", tone="praise")
    town.now = datetime(2027, 1, 4, 9, 5, tzinfo=UTC)
    await town.tick(offer_next_steps)
    card = town.chat("sana").words("alert_count")
    assert "July to December 2026" in card
    assert "2 alerts" in card
    assert "Planning\n1\n0" in card
    assert "Recording\n0\n1" in card
    assert "Passed on as good practice\n0\n1" in card
    assert CONCERN not in card
    assert "whoever audits" in (await town.chat("wes").says("alert count")).line


@pytest.mark.rows("SEF-49")
async def test_a_talk_comes_first_and_a_formal_alert_can_be_chosen(sefton: Town) -> None:
    town = sefton
    reply = await town.chat("chip").says("alert C-24113")
    assert reply.card is not None
    assert "A talk is often better" in words(reply.card.render())
    await raises(town, "chip", level="1")
    assert "Formal alert: Planning" in town.chat("sam").words("alert")


@pytest.mark.rows("HER-29")
async def test_dispute_resolution_is_the_last_step_and_what_follows_is_written_down(
    herefordshire: Town,
) -> None:
    town = herefordshire
    await raises(town)
    ivy = town.chat("ivy")
    await town.chat("theo").press("reply_to_alert", reply=REPLY)
    await ivy.press("move_alert_up")
    assert "Dispute resolution" in town.chat("sam").words("alert")
    await late(town)
    assert "There is no further step here" in ivy.words("alert")
    lacks = await ivy.press("end_alert")
    assert "Please write what happens now" in lacks.notice
    await ivy.press("end_alert", ending="It goes to the panel.")
    assert "Not settled" in town.chat("theo").words("alert")
    assert "It goes to the panel." in town.chat("theo").words("alert")


@pytest.mark.rows("HER-42")
async def test_the_qa_team_enters_what_a_partner_says(herefordshire: Town) -> None:
    town = herefordshire
    await town.hires(
        Person(id="qi", name="Qi Lund", aad_object_id="aad-qi", roles=frozenset({"qa_team"}))
    )
    chat = town.chat("qi")
    reply = await chat.says("alert C-24113")
    assert reply.card is not None
    lacks = await chat.press("send_alert", on=reply.card.render(), **SAID)
    assert "which agency" in lacks.notice
    await raises(town, "qi", agency="The community midwives")
    assert "The community midwives" in town.chat("theo").words("alert")


@pytest.mark.rows("SOM-58")
async def test_each_level_brings_in_one_manager_more(somerset: Town) -> None:
    town = somerset
    await raises(town)
    ivy = town.chat("ivy")
    await late(town)
    assert "The next step is Service manager" in ivy.words("alert")
    await ivy.press("move_alert_up")
    assert CONCERN in town.chat("sam").words("alert")
    assert "alert" not in town.chat("hal").kinds
    await town.chat("sam").press("reply_to_alert", reply=REPLY)
    await ivy.press("move_alert_up")
    assert CONCERN in town.chat("hal").words("alert")


@pytest.mark.rows("SOM-63")
async def test_an_allegation_is_shown_its_way_and_nothing_is_kept(somerset: Town) -> None:
    town = somerset
    reply = await town.chat("wes").says("allegation")
    assert reply.card is not None
    said = words(reply.card.render())
    assert "Allegations Reporting Form" in said
    assert "link not set" in said
    done = await town.chat("wes").press("note_form_sent", on=reply.card.render())
    assert "the form was sent" in done.line
    assert await town.read(lambda uow: uow.alerts.of_person("wes")) == []


async def test_a_stranger_to_an_alert_learns_nothing(leicestershire: Town) -> None:
    town = leicestershire
    await raises(town)
    (alert,) = await town.read(lambda uow: uow.alerts.of_person("ivy"))
    for name in ("wes", "cora", "chip"):
        assert await town.chat(name).sees("alert", alert.ref) is None
        said = await town.chat(name).tampers("reply_to_alert", str(alert.ref), alert.version)
        assert "not yours" in said
    said = await town.chat("theo").tampers("settle_alert", str(alert.ref), alert.version)
    assert "not yours" in said


async def test_it_is_written_and_answered_by_typing(leicestershire: Town) -> None:
    town = leicestershire
    ivy = town.chat("ivy")
    await ivy.says("alert C-24113")
    for line in ("planning", f"concern: {CONCERN}", f"effect: {EFFECT}"):
        await ivy.says(line)
    assert "Sent as QA-" in (await ivy.says("send")).line
    await town.chat("theo").says(f"reply: {REPLY}")
    assert REPLY in ivy.words("alert")
    assert "Settled." in (await ivy.says("settled")).line


async def test_a_draft_is_given_up_and_its_words_are_gone(leicestershire: Town) -> None:
    town = leicestershire
    ivy = town.chat("ivy")
    reply = await ivy.says("alert C-24113")
    assert reply.card is not None
    kept = await ivy.press("keep_alert", on=reply.card.render(), **SAID)
    assert kept.card is not None
    assert CONCERN in words(kept.card.render()) or "Kept" in kept.line
    gone = await ivy.press("drop_alert", on=kept.card.render())
    assert "Nobody was told" in gone.line
    found = await town.read(lambda uow: uow.alerts.get(1))
    assert found is not None
    assert found.concern == ""
    assert "no alerts for your role" in (await town.chat("wes").says("alert")).line


@pytest.mark.rows("SOM-05")
async def test_anybody_asks_the_improvement_team_and_the_list_shows_how_long(
    somerset: Town,
) -> None:
    town = somerset
    team = frozenset({"service_improvement_team"})
    await town.hires(Person(id="sit", name="Sid Tate", aad_object_id="aad-sit", roles=team))
    wes = town.chat("wes")
    reply = await wes.says("alert")
    assert reply.card is not None
    asked = {"rule": "ask_the_team", "theme": "Planning", "concern": "Which form do we use?"}
    await wes.press("send_alert", on=reply.card.render(), **asked)
    assert "Which form do we use?" in town.chat("sit").words("alert")
    town.later(days=3)
    card = await town.chat("sit").sees("alerts", Ref("person", "sit"))
    assert "open for 3 days" in words(card or {})
