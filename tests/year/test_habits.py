"""People of the year choose what a card offers them, each kind in its turn."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from random import Random

from cards.card import Json
from cards.cycles.audit_commission import AuditCommission
from cards.cycles.draw_proposed import DrawProposed
from cards.nominations.nomination_form import NominationForm
from cards.voices.feedback_start import FeedbackStart
from domain.refs import Ref
from tests.town import framework
from year.buttons import buttons
from year.chats import Standing
from year.council import make_folk
from year.filling import Hand, filled
from year.habit import Move, Sight, moves_on
from year.subjects import SETTINGS, subjects_of

TODAY = date(2026, 4, 1)
ME = Ref("person", "p1")
SUBJECTS = {
    "record": ["C-1001"],
    "team": ["The north"],
    "setting": ["Ash House"],
    "visits": ["The north"],
    "audits": ["C-1001"],
}


def hand() -> Hand:
    return Hand(
        today=TODAY,
        records=["C-1001"],
        colleagues=["Tess Marlow"],
        draw=Random(1),  # noqa: S311 - a repeatable hand, not a secret
        used=Counter(),
        subjects=SUBJECTS,
    )


def sight(kind: str, card: Json, mine: Hand) -> Sight:
    standing = Standing(
        home=(kind, ME), kind=kind, card=card, chat="", activity="", open_on=None, visits=1
    )
    return Sight(person="p1", standing=standing, buttons=buttons(card), hand=mine)


def pressed(one: Move, mine: Hand) -> dict[str, str]:
    """What goes out with the press."""
    return {**filled(mine, one.button.around), **one.inputs}


def test_each_kind_of_audit_is_asked_for_in_turn_of_what_it_can_be_about() -> None:
    form = AuditCommission(
        ref=ME, version=1, programmes=(("audits", "Audit"), ("visits", "Visit of a team"))
    ).render()
    mine, found = hand(), []
    for _ in range(3):
        (move,) = moves_on(sight("audit_commission", form, mine))
        assert list(moves_on(sight("audit_commission", form, mine))) == [move]  # a look costs none
        sent = pressed(move, mine)
        found.append((sent["programme"], sent["records"]))
    assert found == [("audits", "C-1001"), ("visits", "The north"), ("audits", "C-1001")]


def test_what_people_choose_is_named_before_the_draw_is_confirmed() -> None:
    draw = next(one for one in DrawProposed.examples() if one.may_name and one.state == "waiting")
    mine = replace(hand(), subjects={"Audit": ["C-1"], draw.programme: ["Ash House"]})
    moves = moves_on(sight("draw_proposed", draw.render(), mine))
    verbs = [move.button.verb for move in moves]
    assert verbs.index("name_subjects") < verbs.index("confirm_draw")
    (names,) = [move.inputs["names"] for move in moves if move.button.verb == "name_subjects"]
    assert names == "Ash House"


def test_who_has_ways_of_their_own_to_nominate_takes_one_of_them() -> None:
    some = NominationForm.examples()[0]
    ways = (("star", "Star"), ("interview", "Interview"))
    form = replace(some, rules=ways, rule="star").render()
    found = moves_on(sight("nomination_form", form, hand()))
    assert [one.inputs for one in found if one.button.verb == "send_nomination"] == [
        {"rule": "interview"}
    ]


def test_who_may_puts_the_questions_to_a_team_before_writing_down_their_own() -> None:
    form = FeedbackStart(
        ref=ME, version=1, ways=(("own", "Own"),), speakers=(), surveys=(("visited", "Visited"),)
    ).render()
    first, second = moves_on(sight("feedback_start", form, hand()))
    assert (first.button.verb, dict(first.inputs)) == (
        "ask_colleagues",
        {"whom": "The north", "survey": "visited"},
    )
    assert second.button.verb == "begin_feedback"


def test_every_programme_of_every_council_has_something_to_be_about() -> None:
    for name in ("city-of-london", "herefordshire", "leicestershire", "sefton", "somerset"):
        rules = framework(name)
        found = subjects_of(rules, make_folk(rules, TODAY))
        assert all(found[programme] for programme in rules.programmes), name
    city = framework("city-of-london")
    known = subjects_of(city, make_folk(city, TODAY))
    kinds = [key for key, one in city.programmes.items() if one.selection.subject == "setting"]
    named = [name for key in kinds for name in known[key]]
    assert len(kinds) > 1
    assert len(named) == len(set(named)) == len(kinds) * len(SETTINGS)
