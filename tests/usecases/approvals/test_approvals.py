"""What is sent to be passed: asked for in time, item by item, level by level, never one's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from domain.people.person import Person
from domain.refs import Ref
from tests.cards.walk import words
from tests.cast import HAL
from tests.cast_leicestershire import QUIN
from tests.town import Town
from usecases.approvals.ask_for_approvals import ask_for_approvals
from usecases.pressing import Press

SMITA = Person(
    id="smita",
    name="Smita Dole",
    aad_object_id="aad-smita",
    roles=frozenset({"senior_management_team"}),
)
ANSWERS = {f"answer_{item}_{n}": f"Words {item}.{n}" for item in range(1, 5) for n in range(1, 3)}


async def asks_on(town: Town, year: int, month: int, day: int) -> int:
    """The clock looks on that morning."""
    town.now = datetime(year, month, day, 9, 5, tzinfo=UTC)
    return await town.tick(ask_for_approvals)


async def kinds(town: Town, name: str) -> list[str]:
    """What somebody has to do, soonest first."""
    return [duty.kind for duty in await town.duties(name)]


@pytest.fixture
async def lei(leicestershire: Town) -> Town:
    await leicestershire.hires(SMITA)
    return leicestershire


@pytest.mark.rows("LEI-03")
async def test_the_year_s_themes_go_by_the_assistant_director_and_then_by_smt(lei: Town) -> None:
    await asks_on(lei, 2027, 3, 1)
    assert await asks_on(lei, 2027, 3, 2) == 0
    (duty,) = [one for one in await lei.duties("quin") if one.kind == "send_for_approval"]
    assert duty.due_at == datetime(2027, 3, 31, 22, 59, tzinfo=UTC)
    form = lei.chat("quin").words("approval_form")
    assert "Assistant Director" in form
    assert "Third quarter: Which theme?" in form

    sent = await lei.chat("quin").press("send_approval", on=None, **ANSWERS, link="Plans 2027")
    assert sent.done, sent.line
    assert "send_for_approval" not in await kinds(lei, "quin")
    card = lei.chat("ava").words("approval")
    assert "Words 4.2" in card
    assert "Plans 2027" in card
    assert "approval" not in lei.chat("smita").kinds
    assert "approval" not in lei.chat("tess").kinds

    await lei.chat("ava").press("pass_approval", item="all")
    assert await kinds(lei, "ava") == []
    assert "Waits for: Senior Management Team" in lei.chat("ava").words("approval")
    await lei.chat("smita").press("pass_approval", item="all")
    for name in ("tess", "sam", "hal", "pip", "quin"):
        assert "it has passed" in lei.chat(name).words("approval"), name
    assert await kinds(lei, "smita") == []


async def test_one_item_passes_while_another_comes_back_with_the_reason(lei: Town) -> None:
    await asks_on(lei, 2027, 3, 1)
    quin, ava = lei.chat("quin"), lei.chat("ava")
    await quin.press("send_approval", on=None, **ANSWERS)
    await ava.press("pass_approval", item="1")
    refused = await ava.press("return_approval", item="2")
    assert "what should change" in refused.line
    await ava.press("return_approval", item="2", reason="Ask the region first.")
    await ava.press("pass_approval", item="all")
    assert len([one for one in ava.cards if one.kind == "approval"]) == 1
    await lei.chat("smita").press("pass_approval", item="all")

    back = quin.words("approval_form")
    assert "Ask the region first." in back
    assert "First quarter" not in back
    assert "send_for_approval" in await kinds(lei, "quin")
    assert "approval" not in lei.chat("tess").kinds  # not before all of it has passed

    await quin.press("send_approval", answer_2_1="Neglect", answer_2_2="Region")
    assert "Neglect" in ava.words("approval")
    await ava.press("pass_approval")
    await lei.chat("smita").press("pass_approval")
    assert "it has passed" in lei.chat("tess").words("approval")


@pytest.mark.rows("LEI-08")
async def test_each_head_of_service_sends_a_plan_to_qait_and_then_smt(lei: Town) -> None:
    await asks_on(lei, 2027, 4, 1)
    for name in ("hal", "hope"):
        assert "send_for_approval" in await kinds(lei, name)
    hal = lei.chat("hal")
    await hal.press("send_approval", answer_1_1="Visits", answer_1_2="Aim 2", answer_1_3="Weekly")
    assert "send_for_approval" not in await kinds(lei, "hal")
    assert "send_for_approval" in await kinds(lei, "hope")
    assert "Weekly" in lei.chat("quin").words("approval")
    await lei.chat("quin").press("pass_approval")
    assert "Weekly" in lei.chat("smita").words("approval")
    assert "approval" not in lei.chat("theo").kinds
    await lei.chat("smita").press("pass_approval")
    assert "Visits" in lei.chat("theo").words("approval")


@pytest.mark.rows("LEI-24")
async def test_the_service_manager_s_template_goes_up_their_own_line(lei: Town) -> None:
    await asks_on(lei, 2026, 12, 1)
    answers = {f"answer_1_{n}": f"Said {n}" for n in range(1, 4)}
    await lei.chat("sam").press("send_approval", on=None, **answers)
    assert "Said 3" in lei.chat("hal").words("approval")
    assert "approval" not in lei.chat("hope").kinds  # not above Sam
    await lei.chat("hal").press("pass_approval")
    assert "Said 1" in lei.chat("smita").words("approval")
    stranger = await lei.chat("wes").tampers("open_approval", "approval-1", 3)
    assert "Said" not in stranger
    assert await lei.chat("hope").sees("approval", Ref("approval", "1")) is None


@pytest.mark.rows("LEI-39")
async def test_smt_chooses_the_topic_of_the_next_campaign(lei: Town) -> None:
    await asks_on(lei, 2027, 3, 1)
    form = lei.chat("pip").card("approval_form")
    await lei.chat("pip").press("send_approval", on=form, answer_1_1="Life-story work")
    assert "Life-story work" in lei.chat("smita").words("approval")
    await lei.chat("smita").press("pass_approval")
    assert "Life-story work" in lei.chat("tess").words("approval")


async def test_nobody_passes_what_they_sent_themselves(lei: Town) -> None:
    both = frozenset({"qa_and_improvement_team", "assistant_director"})
    await lei.hires(replace(QUIN, roles=both))
    await asks_on(lei, 2027, 3, 1)
    await lei.chat("quin").press("send_approval", on=None, **ANSWERS)
    assert "decide_approval" not in await kinds(lei, "quin")
    line = await lei.chat("quin").tampers("pass_approval", "approval-1", 2, item="all")
    assert "not yours" in line
    assert "Waits for" in lei.chat("ava").words("approval")


async def test_nothing_is_sent_where_nobody_else_could_pass_it(leicestershire: Town) -> None:
    town = leicestershire  # no SMT
    await asks_on(town, 2027, 3, 1)
    out = await town.chat("quin").press("send_approval", on=None, **ANSWERS)
    assert not out.done
    assert "Senior Management Team" in out.line
    assert "approval" not in town.chat("ava").kinds


async def test_what_the_calendar_asks_for_is_sent_whole(lei: Town) -> None:
    await asks_on(lei, 2027, 3, 1)
    some = {key: value for key, value in ANSWERS.items() if key != "answer_3_2"}
    out = await lei.chat("quin").press("send_approval", on=None, **some)
    assert "Third quarter" in out.line
    kept = await lei.chat("quin").press("keep_approval", on=None, **some)
    assert "Nobody has got it" in kept.line
    assert "Words 4.1" in str(lei.chat("quin").card("approval_form"))
    assert "cannot be given up" in await lei.chat("quin").tampers(
        "drop_approval", "approval_draft-1", 2
    )


async def test_a_cover_passes_for_whoever_is_away(lei: Town) -> None:
    await asks_on(lei, 2026, 12, 1)
    await lei.away("hal", cover="mo")
    answers = {f"answer_1_{n}": f"Said {n}" for n in range(1, 4)}
    await lei.chat("sam").press("send_approval", on=None, **answers)
    numbers = await lei.read(lambda uow: uow.approvals.live())
    press = Press(verb="pass_approval", ref=str(numbers[0].ref), version=numbers[0].version)
    out = await lei.chat("mo").send(press)
    assert out.done, out.line


@pytest.mark.rows("COL-05")
async def test_governance_signs_off_each_document_by_itself(city_of_london: Town) -> None:
    town = city_of_london
    roles = frozenset({"directorate_leadership_team"})
    await town.hires(replace(HAL, roles=roles))
    cora, hal = town.chat("cora"), town.chat("hal")
    reply = await cora.says("approval sign-off")
    assert reply.card is not None
    half = await cora.press("send_approval", on=reply.card.render(), answer_1_1="Visits")
    assert "Audit reports" in half.line
    said = {"answer_1_1": "Visits", "answer_1_2": "More", "answer_2_1": "Aims", "answer_2_2": "x y"}
    sent = await cora.press("send_approval", on=reply.card.render(), **said)
    assert sent.done, sent.line
    card = hal.words("approval")
    assert "Audit reports" in card
    assert "Service Improvement Plan" in card
    assert "Workforce" not in card  # nobody wrote it this time
    assert (await hal.says("pass audit reports")).line.startswith("Passed here")
    await hal.press("pass_approval", item="all")
    assert "it has passed" in cora.words("approval")
    trail = await town.trail("approval", 1)
    assert [one.action for one in trail] == [
        "begin_approval",
        "send_approval",
        "pass_approval",
        "pass_approval",
    ]
    assert not any("Visits" in str(one.details) for one in trail)


@pytest.mark.rows("COL-22")
async def test_the_improvement_plan_is_asked_for_in_its_months(city_of_london: Town) -> None:
    town = city_of_london
    await town.hires(replace(HAL, roles=frozenset({"childrens_senior_management_team"})))
    assert await asks_on(town, 2026, 12, 1) == 0
    await asks_on(town, 2027, 1, 4)
    assert "send_for_approval" in await kinds(town, "sam")
    await town.chat("sam").press("send_approval", answer_1_1="Three of five", answer_1_2="Two")
    await town.chat("hal").press("return_approval", reason="Which five?")
    assert "Which five?" in town.chat("sam").words("approval_form")
    await town.chat("sam").press("send_approval", answer_1_1="A to E", answer_1_2="Two")
    await town.chat("hal").press("pass_approval")
    assert "it has passed" in town.chat("sam").words("approval")


@pytest.mark.rows("SOM-14", "SOM-24")
async def test_themes_and_dates_are_agreed_by_an_operations_manager(somerset: Town) -> None:
    town = somerset
    om = Person(
        id="omar",
        name="Omar Lent",
        aad_object_id="aad-omar",
        roles=frozenset({"operations_manager"}),
    )
    sit = replace(om, id="sita", name="Sita Rowe", aad_object_id="aad-sita")
    await town.hires(om, replace(sit, roles=frozenset({"service_improvement_team"})))
    await asks_on(town, 2026, 12, 1)
    forms = [words(one.card) for one in town.chat("sita").cards if one.kind == "approval_form"]
    assert any("Thursday 31 December" in form and "diagnostics" in form for form in forms)
    for posted in [one for one in town.chat("sita").cards if one.kind == "approval_form"]:
        out = await town.chat("sita").press(
            "send_approval", on=posted.card, answer_1_1="North on 4 May", answer_1_2="Hal leads"
        )
        assert out.done, out.line
    for _ in forms:
        await town.chat("omar").press("pass_approval")
    told = [words(one.card) for one in town.chat("tess").cards if one.kind == "approval"]
    assert len(told) == len(forms) == 2
    assert any("North on 4 May" in card for card in told)


async def test_the_list_shows_what_waits_what_can_be_sent_and_what_was(lei: Town) -> None:
    assert "names nothing" in (await lei.chat("wes").says("approvals")).line
    await asks_on(lei, 2026, 12, 1)
    answers = {f"answer_1_{n}": f"Said {n}" for n in range(1, 4)}
    await lei.chat("sam").press("send_approval", on=None, **answers)
    reply = await lei.chat("hal").says("approvals")
    assert reply.card is not None
    said = words(reply.card.render())
    assert "Waits for you" in said
    assert "The service's learning plan" in said
    opened = await lei.chat("hal").press("open_approval", on=reply.card.render())
    assert opened.card is not None
    assert "Said 2" in words(opened.card.render())


async def test_it_can_be_written_passed_and_returned_by_typing(lei: Town) -> None:
    await asks_on(lei, 2026, 12, 1)
    sam = lei.chat("sam")
    await sam.says("approval template")
    for text in ("Fewer late visits", "Two came back", "Nobody to cover"):
        await sam.says(text)
    sent = await sam.says("send")
    assert sent.line.startswith("Sent."), sent.line
    hal = lei.chat("hal")
    assert "Nobody to cover" in hal.words("approval")
    returned = await hal.says("return: Please add the north.")
    assert "Returned" in returned.line
    assert "Please add the north." in sam.words("approval_form")


async def test_one_of_several_documents_can_be_typed_by_its_name(city_of_london: Town) -> None:
    town = city_of_london
    await town.hires(replace(HAL, roles=frozenset({"directorate_leadership_team"})))
    cora = town.chat("cora")
    await cora.says("approval sign-off")
    await cora.says("audit reports a: Visits of the autumn")
    kept = await cora.says("audit reports b: Two actions")
    assert "audit reports b kept" in kept.line
    assert (await cora.says("send")).line.startswith("Sent.")
    assert "Two actions" in town.chat("hal").words("approval")


async def test_what_was_begun_of_one_s_own_accord_can_be_given_up(city_of_london: Town) -> None:
    cora = city_of_london.chat("cora")
    await cora.says("approval sign-off")
    await cora.says("audit reports a: Visits of the autumn")
    gone = await cora.says("give it up")
    assert "nothing of it is kept" in gone.line
    found = await city_of_london.read(lambda uow: uow.approvals.get(1))
    assert found is not None
    assert not any("".join(item.answers) for item in found.items)


async def test_a_press_on_an_older_card_passes_nothing(lei: Town) -> None:
    await asks_on(lei, 2027, 3, 1)
    await lei.chat("quin").press("send_approval", on=None, **ANSWERS)
    old = lei.chat("ava").card("approval")
    await lei.chat("ava").press("return_approval", item="1", reason="Too wide.")
    out = await lei.chat("ava").press("pass_approval", on=old, item="all")
    assert not out.done
    found = await lei.read(lambda uow: uow.approvals.get(1))
    assert found is not None
    assert [item.level for item in found.items] == [0, 0, 0, 0]


async def test_a_cover_sends_it_and_one_s_own_is_nobody_else_s(lei: Town) -> None:
    await asks_on(lei, 2026, 12, 1)
    drafts = await lei.read(lambda uow: uow.approvals.live())
    sams = next(one for one in drafts if one.owner == "sam")
    assert await lei.chat("seb").sees("approval_form", sams.draft) is None
    assert await lei.chat("tess").sees("approval_form", sams.draft) is None
    await lei.away("sam", cover="tess")
    assert await lei.chat("tess").sees("approval_form", sams.draft) is not None
    inputs = {f"answer_1_{n}": f"Said {n}" for n in range(1, 4)}
    press = Press(verb="send_approval", ref=str(sams.draft), version=1, inputs=inputs)
    assert (await lei.chat("tess").send(press)).done
    assert "Tess Marlow" in lei.chat("hal").words("approval")


async def test_what_comes_back_to_nobody_goes_to_those_who_send_such_things(lei: Town) -> None:
    await asks_on(lei, 2027, 3, 1)
    await lei.chat("quin").press("send_approval", on=None, **ANSWERS)
    ava, roles = lei.chat("ava"), frozenset({"qa_and_improvement_team"})
    await lei.hires(replace(QUIN, left_on=lei.now.date()))
    await lei.hires(Person(id="quentin", name="Quentin Ray", aad_object_id="aad-q2", roles=roles))
    await ava.press("return_approval", item="all", reason="Too wide.")
    assert "Too wide." in lei.chat("quentin").words("approval_form")
    out = await lei.chat("quentin").press("send_approval", on=None, **ANSWERS)
    assert out.done, out.line
