"""The words of the cards of quotas and deep dives."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from cards.cycles.auditors_excused import AuditorsExcused
from cards.cycles.deep_dive_form import DeepDiveForm
from cards.quotas.parts import PartLine, QuotaShown
from cards.quotas.piece_form import PieceForm
from cards.quotas.piece_told import PieceTold
from cards.quotas.quota import MOST_NAMES, Quota
from cards.quotas.team_quota import MOST_LINES, TeamQuota
from tests.cards.walk import of_type, words

YEAR = QuotaShown(
    title="Pieces in the year",
    first_day=date(2026, 4, 1),
    last_day=date(2027, 3, 31),
    parts=(PartLine(name="thematic audit", done=3, owed=4), PartLine(name="other", done=0, owed=2)),
)
DONE = replace(YEAR, parts=(PartLine(name="other", done=2, owed=2),))
MINE = Quota.examples()[0]


def said(card: Quota | TeamQuota | PieceForm | DeepDiveForm | AuditorsExcused) -> str:
    return words(card.render())


def test_it_says_what_is_done_and_what_is_still_owed() -> None:
    card = said(replace(MINE, quotas=(YEAR,)))
    assert "3 of 6 done" in card
    assert "Still to do by 31 March: **1 thematic audit and 2 other**." in card
    assert "On pace" in card
    assert "behind" not in card


def test_a_quota_that_is_complete_asks_for_nothing() -> None:
    card = said(replace(MINE, quotas=(replace(DONE, beyond=1),)))
    assert "Complete" in card
    assert "everything is done" in card
    assert "1 more than was asked for." in card


def test_a_period_of_one_month_is_named_once() -> None:
    month = replace(YEAR, first_day=date(2026, 5, 1), last_day=date(2026, 5, 31))
    assert (month.period, YEAR.period) == ("May 2026", "April 2026 to March 2027")


def test_who_has_none_yet_is_named_and_a_long_list_is_cut() -> None:
    names = tuple(f"Name {number}" for number in range(MOST_NAMES + 3))
    card = said(replace(MINE, quotas=(replace(YEAR, waiting=names),)))
    assert "Name 19 and 3 more." in card
    assert "None yet: Name 0 and Name 1." in said(
        replace(MINE, quotas=(replace(YEAR, waiting=names[:2]),))
    )


def test_somebody_elses_quota_has_no_buttons() -> None:
    assert of_type(replace(MINE, whose="Ada Okafor").render(), "ActionSet") == []
    assert "My team's quotas" not in said(MINE)
    assert "My team's quotas" in said(replace(MINE, has_team=True))


def test_a_long_team_is_cut_and_counted() -> None:
    team = TeamQuota.examples()[0]
    many = replace(team, people=team.people * (MOST_LINES // 2 + 1))
    assert "2 more." in said(many)
    assert "2 pieces behind. Missing: 1 thematic audit" in said(team)


def test_the_only_part_is_chosen_already() -> None:
    form = PieceForm.examples()[0]
    fields = {node["id"]: node.get("value") for _, node in of_type(form.render(), "Input.")}
    assert fields["part"] is None
    assert fields["done_on"] == "2026-12-02"
    alone = replace(form, parts=form.parts[:1]).render()
    fields = {node["id"]: node.get("value") for _, node in of_type(alone, "Input.")}
    assert fields["part"] == "thematic_audit"


def test_several_auditors_can_be_picked() -> None:
    form = DeepDiveForm.examples()[0].render()
    (who,) = [node for _, node in of_type(form, "Input.") if node["id"] == "auditors"]
    assert who["isMultiSelect"] is True
    assert "Commission a deep dive review" in words(form)


def test_an_auditor_reads_it_as_their_own() -> None:
    told, mine, many = AuditorsExcused.examples()
    assert "Draws and re-allocation pass them over." in said(told)
    assert "Ada Okafor, was 31 December\n29 January" in said(told)
    assert "You are on it in December" in said(mine)
    assert "3 more." in said(many)


def test_each_tick_that_is_missing_has_its_button() -> None:
    asked, one, both = PieceTold.examples()
    for card, verbs in ((asked, 2), (one, 1), (both, 0)):
        assert len(of_type(card.render(), "Action.Execute")) == verbs
    assert "I told the worker\n24 November" in words(one.render())
    assert "Due\nMonday 21 December" in words(one.render())
    assert "Due" not in words(both.render())


def test_whom_one_told_is_asked_only_where_the_council_asks() -> None:
    empty, _, asks = PieceForm.examples()
    assert "Who was told already?" in said(asks)
    assert "Who was told already?" not in said(empty)
