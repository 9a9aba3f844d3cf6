"""What comes in: reference, day, theme, outcome, a lesson, linked actions; nobody's name."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import of_type, words
from tests.town import Town

LESSON = "We call before we are late."
SAID = {
    "kind": "Complaint",
    "reference": "CP-2026-118",
    "received_on": "2026-11-30",
    "theme": "Delay",
}
QA = Person(id="quill", name="Quill Ash", aad_object_id="aad-quill", roles=frozenset({"qa_team"}))


@pytest.fixture
async def sef(sefton: Town) -> Town:
    await sefton.hires(QA)
    return sefton


async def begun(town: Town, name: str = "otto", said: str = "intake") -> dict[str, object]:
    """The form that somebody gets."""
    reply = await town.chat(name).says(said)
    assert reply.card is not None, reply.line
    return reply.card.render()


@pytest.mark.rows("SEF-52")
async def test_a_complaint_is_noted_with_its_lesson_and_an_action_follows(sef: Town) -> None:
    otto = sef.chat("otto")
    form = await begun(sef)
    noted = await otto.press("note_intake", on=form, **SAID, outcome="Upheld", lesson=LESSON)
    assert "IN-1 is noted and closed" in noted.line
    assert noted.card is not None
    card = noted.card.render()
    added = await otto.press(
        "add_intake_action",
        on=card,
        what="Put a calling list on the duty desk",
        name="tess",
        due="2026-12-18",
    )
    assert added.done, added.line
    assert added.card is not None
    assert "Put a calling list on the duty desk (Tess Marlow, open)" in words(added.card.render())
    assert "Put a calling list" in sef.chat("tess").words("action_assigned")
    assert "IN-1, what came in" in sef.chat("tess").words("action_assigned")
    learnt = sef.chat("quill").words("intake")
    assert LESSON in learnt
    assert "Change it" not in learnt


async def test_there_is_no_field_for_a_name_and_a_reference_is_a_number(sef: Town) -> None:
    form = await begun(sef)
    assert [field["id"] for _, field in of_type(form, "Input.Text")] == ["reference", "lesson"]
    for name in ("Wanda Moor", "complaint", "of Mrs Moor 12"):
        out = await sef.chat("otto").press("note_intake", on=form, **{**SAID, "reference": name})
        assert "nobody's name" in out.line


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("kind", "Grumble", "kind"),
        ("theme", "", "theme"),
        ("received_on", "", "the day"),
        ("received_on", "2026-12-24", "the day"),
        ("received_on", "yesterday", "could not read"),
    ],
)
async def test_it_does_not_count_without_what_it_is_counted_by(
    sef: Town, field: str, value: str, said: str
) -> None:
    form = await begun(sef)
    out = await sef.chat("otto").press("note_intake", on=form, **{**SAID, field: value})
    assert not out.done
    assert said in out.line
    assert await sef.chat("otto").sees("intake", Ref("intake", "1")) is None


async def test_a_lesson_that_may_tell_who_is_meant_is_asked_about_once(sef: Town) -> None:
    form = await begun(sef)
    said = {**SAID, "lesson": "We should have called Mrs Penrose."}
    asked = await sef.chat("otto").press("note_intake", on=form, **said)
    assert "Penrose" in asked.line
    assert asked.card is not None
    kept = await sef.chat("otto").press("note_intake_anyway", on=asked.card.render())
    assert "IN-1 is noted, its outcome still open" in kept.line


async def test_an_outcome_is_added_later_by_whoever_of_the_team_hears_of_it(sef: Town) -> None:
    await sef.hires(Person(id="pia", name="Pia Lund", roles=frozenset({"complaints_team"})))
    await sef.chat("otto").press("note_intake", on=await begun(sef), **SAID)
    reply = await sef.chat("pia").says("intake count")
    assert reply.card is not None
    assert "IN-1 Delay" in words(reply.card.render())
    opened = await sef.chat("pia").press("open_intake", on=reply.card.render())
    assert opened.card is not None
    form = await sef.chat("pia").press("change_intake", on=opened.card.render())
    assert form.card is not None
    closed = await sef.chat("pia").press("note_intake", on=form.card.render(), outcome="Upheld")
    assert "noted and closed" in closed.line
    trail = await sef.trail("intake", 1)
    assert [one.action for one in trail] == ["begin_intake", "note_intake", "note_intake"]


@pytest.mark.rows("HER-34", "HER-35")
async def test_a_complaint_is_not_closed_without_its_lesson(herefordshire: Town) -> None:
    town = herefordshire
    await town.hires(QA)
    form = await begun(town)
    said = {**SAID, "route": "Early resolution talk", "outcome": "Resolved by talking"}
    refused = await town.chat("otto").press("note_intake", on=form, **said)
    assert "not closed without it" in refused.line
    await town.chat("otto").press("note_intake", on=form, **said, lesson=LESSON)
    assert LESSON in town.chat("quill").words("intake")
    counted = await town.chat("quill").says("intake count")
    assert counted.card is not None
    said_now = words(counted.card.render())
    assert "Delay\n0\n1" in said_now
    assert LESSON in said_now
    assert "CP-2026-118" not in said_now


@pytest.mark.rows("SOM-73")
async def test_compliments_are_counted_beside_complaints_each_quarter(somerset: Town) -> None:
    town = somerset
    sam = town.chat("sam")
    form = await begun(town, "sam", "compliment")
    done = await sam.press("note_intake", on=form, **{**SAID, "kind": "Compliment"})
    assert done.done, done.line
    second = await begun(town, "sam", "complaint")
    await sam.press("note_intake", on=second, **{**SAID, "theme": "Placement or home"})
    town.now = datetime(2027, 1, 11, 9, 5, tzinfo=UTC)
    reply = await sam.says("intake count")
    assert reply.card is not None
    said = words(reply.card.render())
    assert "Last quarter" in said
    assert "Compliment\n1\n0" in said
    assert "Placement or home\n1\n0" in said


@pytest.mark.rows("SOM-62")
async def test_contacts_of_the_lado_are_counted_and_no_text_is_kept(somerset: Town) -> None:
    town = somerset
    role = frozenset({"local_authority_designated_officer"})
    await town.hires(Person(id="lena", name="Lena Frost", aad_object_id="aad-lena", roles=role))
    lena = town.chat("lena")
    form = await begun(town, "lena")
    assert [field["id"] for _, field in of_type(form, "Input.Text")] == ["reference"]
    said = {**SAID, "kind": "Allegation", "theme": "Suitability", "outcome": "Advice given"}
    noted = await lena.press("note_intake", on=form, **said, lesson="He was seen at school.")
    assert noted.done, noted.line
    found = await town.read(lambda uow: uow.intake.get(1))
    assert found is not None
    assert found.lesson == ""
    reply = await lena.says("intake count")
    assert reply.card is not None
    assert "Last month" in words(reply.card.render())
    assert "Suitability\n1\n0" in words(reply.card.render())
    assert "Nothing of the kind" in (await town.chat("wes").says("intake count")).line


async def test_strangers_learn_nothing_and_cannot_begin(sef: Town) -> None:
    await sef.chat("otto").press("note_intake", on=await begun(sef), **SAID, lesson=LESSON)
    assert "nothing of the kind" in (await sef.chat("wes").says("complaint")).line.casefold()
    assert await sef.chat("wes").sees("intake", Ref("intake", "1")) is None
    assert LESSON not in await sef.chat("wes").tampers("open_intake", "intake-1", 2)
    assert "not yours" in await sef.chat("quill").tampers("change_intake", "intake-1", 2)


async def test_it_can_be_typed_from_beginning_to_end(sef: Town) -> None:
    otto = sef.chat("otto")
    await otto.says("complaint")
    for text in ("reference: CP-2026-118", "day: 30 November 2026", "delay", f"lesson: {LESSON}"):
        await otto.says(text)
    assert "IN-1 is noted" in (await otto.says("note it")).line
    found = await sef.read(lambda uow: uow.intake.get(1))
    assert found is not None
    assert (found.kind, found.theme, found.lesson) == ("Complaint", "Delay", LESSON)
    assert str(found.received_on) == "2026-11-30"


async def test_a_draft_can_be_given_up_and_nothing_of_it_is_kept(sef: Town) -> None:
    otto = sef.chat("otto")
    await otto.says("complaint")
    await otto.says("reference: CP-2026-118")
    assert "Nothing of it is kept" in (await otto.says("give it up")).line
    found = await sef.read(lambda uow: uow.intake.get(1))
    assert found is not None
    assert (found.reference, found.lesson) == ("", "")
