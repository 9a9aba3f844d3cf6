"""People of the year work with the newest card, see the same in a record, and pick who may look."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import UTC, date, datetime
from random import Random

from cards.audits.grading_area import AreaValues, GradingArea
from cards.card import Json
from cards.cycles.deep_dive_form import DeepDiveForm
from domain.delivery.message import Lane, Message
from domain.refs import Ref
from usecases.rehearsing.posting import Sent
from year.buttons import buttons
from year.chats import Chats, Standing
from year.filling import Hand
from year.habit import Sight, moves_on

TODAY = date(2026, 4, 1)
NOW = datetime(2026, 4, 1, 8, tzinfo=UTC)
ME = Ref("person", "P1")
AREA = replace(GradingArea.examples()[0], values=AreaValues())
TIMES = 20


def sight(kind: str, card: Json, *, seed: int = 1, visits: int = 1) -> Sight:
    standing = Standing(
        home=(kind, ME), kind=kind, card=card, chat="", activity="", open_on=None, visits=visits
    )
    hand = Hand(
        today=TODAY,
        records=["C-1001"],
        colleagues=["Tess Marlow"],
        draw=Random(seed),  # noqa: S311 - a repeatable hand, not a secret
        used=Counter(),
    )
    return Sight(person="P1", standing=standing, buttons=buttons(card), hand=hand)


def sent(activity: str, *, new: bool = True, kind: str = "grading") -> Sent:
    message = Message(
        id=1,
        lane=Lane.ORDINARY,
        kind=kind,
        subject=Ref("form", "1"),
        recipient="P1",
        attempts=1,
        lease_token="token",
    )
    return Sent(at=NOW, message=message, card=AREA if new else None, chat="chat", activity=activity)


def test_whoever_has_a_card_twice_works_with_the_newest() -> None:
    chats = Chats()
    chats.take(sent("one"), TODAY)
    chats.take(sent("other", kind="talk"), TODAY)
    chats.take(sent("two"), TODAY)
    chats.take(sent("one", new=False), TODAY)  # the older one has changed, and nobody looks
    assert [standing.activity for _, standing in chats.to_open(TODAY)] == ["other", "two"]


def grades(case: str) -> list[str]:
    card = replace(AREA, case=case).render()
    given = [moves_on(sight("grading", card, seed=seed))[0].inputs for seed in range(TIMES)]
    return [inputs["grade"] for inputs in given]


def test_most_auditors_see_the_same_in_a_record_whoever_looks() -> None:
    usual = {case: Counter(grades(case)).most_common(1)[0] for case in ("C-1001", "C-1006")}
    assert usual["C-1001"][0] != usual["C-1006"][0]
    assert all(times > TIMES / 2 for _, times in usual.values())


def test_a_deep_dive_is_given_to_whoever_works_in_no_service() -> None:
    people = (("P4", "Ada Okafor, Head of Service"), ("P12", "Ivo Hart, PET"), ("P9", "Mo Reed"))
    card = replace(DeepDiveForm.examples()[0], people=people).render()
    (move,) = moves_on(sight("deep_dive_form", card))
    assert move.inputs["auditors"] == "P12"
