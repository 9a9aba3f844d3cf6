"""The rules of actions: words, days, names, who signs, when the clock speaks."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from domain.actions.action import ActionState, NoteKind
from domain.actions.days import read_day
from domain.actions.lines import PlanLine, read_line
from domain.actions.looking import next_look
from domain.actions.naming import by_name
from domain.actions.people import deciders, heir, owners, signers
from domain.actions.smart import lacking
from domain.actions.terms import adds_actions, check_day, last_day, making_rules, review_rule
from domain.actions.tracker import Standing, TrackerFilter, by_team
from domain.faults import Fault
from tests.cast import CASES, PEOPLE, THEO, WILL
from tests.domain.actions.samples import DUE, LAST, LOOSE, SEFTON, action, line, note
from tests.domain.frameworks.councils import council

TODAY = date(2026, 3, 10)
CASE = CASES["C-24113"]


@pytest.mark.parametrize(
    "what",
    [
        "Bring the chronology up to date",
        "Wes holds a strategy meeting with school",
        "Chronology updated and shared with the family",
        "Visiting the child at home every week",
    ],
)
def test_a_plain_line_lacks_nothing(what: str) -> None:
    assert lacking(what) == ()


@pytest.mark.parametrize(
    ("what", "said"),
    [
        ("Update chronology now", "more than a few words"),
        ("Monitor the plan very closely", "in place of “monitor”"),
        ("Consider a referral to CAMHS soon", "in place of “consider”"),
        ("The chronology of the child", "what somebody does"),
        ("Hold meetings with family where possible", "in place of “where possible”"),
        ("", "more than a few words"),
    ],
)
def test_a_vague_line_says_what_it_lacks(what: str, said: str) -> None:
    assert any(said in one for one in lacking(what))


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("2026-04-03", DUE),
        ("3 April", DUE),
        ("Friday 3 April", DUE),
        ("3rd Apr 2026.", DUE),
        ("03/04/2026", DUE),
        ("3.4.2026", DUE),
        ("9 March", date(2027, 3, 9)),
        ("31 April", None),
        ("2026-13-01", None),
        ("April", None),
        ("3 Aprix", None),
        ("soon", None),
        ("", None),
    ],
)
def test_days_are_read_as_people_write_them(typed: str, day: date | None) -> None:
    assert read_day(typed, TODAY) == day


@pytest.mark.rows("SEF-13")
def test_thirty_one_days_from_the_tenth_of_march_end_on_the_tenth_of_april() -> None:
    assert last_day(SEFTON, TODAY) == LAST
    assert last_day(LOOSE, TODAY) is None
    assert check_day(SEFTON, LAST, start=TODAY, today=TODAY) == ""
    with pytest.raises(Fault, match="The last day allowed is Friday 10 April 2026"):
        check_day(SEFTON, date(2026, 4, 11), start=TODAY, today=TODAY)


def test_elsewhere_only_a_warning_is_given() -> None:
    assert check_day(LOOSE, LAST, start=TODAY, today=TODAY) == ""
    assert "more than 31 days" in check_day(LOOSE, date(2026, 4, 11), start=TODAY, today=TODAY)
    with pytest.raises(Fault, match="has passed"):
        check_day(LOOSE, date(2026, 3, 9), start=TODAY, today=TODAY)


def test_the_five_councils_keep_actions_in_their_own_ways() -> None:
    every = {name: council(name) for name in ("sefton", "herefordshire", "leicestershire")}
    assert [rule.key for rule in making_rules(every["sefton"])] == ["audit_actions"]
    review = review_rule(every["sefton"], "audit_actions")
    assert review is not None
    assert review.owners == ("team_manager",)
    assert review_rule(every["herefordshire"], "audit_actions") is None
    assert len(making_rules(every["leicestershire"])) == 2
    assert making_rules(every["leicestershire"])[0].tag_title == "Level"
    city = council("city-of-london")
    assert not adds_actions(city, city.programme("case_audit"))  # it recommends
    sefton = every["sefton"]
    assert adds_actions(sefton, sefton.programme("deep_dive_audit"))


@pytest.mark.parametrize(
    ("typed", "who"),
    [("Will Heath", "will"), ("will heath", "will"), ("Heath", "will"), ("Wil Heeth", "will")],
)
def test_a_name_is_found_however_it_is_typed(typed: str, who: str) -> None:
    assert by_name(typed, PEOPLE.values(), TODAY).id == who


@pytest.mark.parametrize(
    ("typed", "said"), [("Zara Quist", "I know nobody"), ("T", "Do you mean"), ("", "nobody")]
)
def test_a_name_that_may_be_several_or_nobody_is_asked_for_again(typed: str, said: str) -> None:
    with pytest.raises(Fault, match=said):
        by_name(typed, PEOPLE.values(), TODAY)


def test_somebody_who_has_left_is_not_found() -> None:
    gone = replace(WILL, left_on=TODAY)
    with pytest.raises(Fault):
        by_name("Will Heath", [gone], TODAY)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Wes Tarn: hold a meeting by 3 April",
            PlanLine(what="hold a meeting", owner="wes", due=DUE),
        ),
        (
            "- Hold a meeting (Wes Tarn), by 3 April.",
            PlanLine(what="Hold a meeting", owner="wes", due=DUE),
        ),
        ("2. Hold a meeting by Friday", PlanLine(what="Hold a meeting by Friday")),
        ("Note: hold a meeting", PlanLine(what="Note: hold a meeting")),
    ],
)
def test_a_line_of_a_plan_is_taken_apart(text: str, found: PlanLine) -> None:
    assert read_line(text, PEOPLE.values(), TODAY) == found


@pytest.mark.rows("SEF-14")
def test_the_line_manager_signs_and_nobody_their_own() -> None:
    people = dict(PEOPLE)
    assert signers(SEFTON, action(), CASE, people, TODAY) == ["theo"]
    assert signers(SEFTON, action(owner="theo"), CASE, people, TODAY) == ["sam"]
    people["theo"] = replace(THEO, left_on=TODAY)
    assert signers(SEFTON, action(), CASE, people, TODAY) == ["sam"]
    assert signers(SEFTON, action(owner="hal"), CASE, people, TODAY) == ["cora"]
    assert signers(LOOSE, action(), CASE, people, TODAY) == []


@pytest.mark.rows("SEF-14")
def test_who_did_it_for_its_owner_signs_it_in_another_round_only() -> None:
    by_theo = action(notes=(note(NoteKind.CLAIMED, by="theo"),))
    assert signers(SEFTON, by_theo, CASE, PEOPLE, TODAY) == ["sam"]
    assert signers(SEFTON, replace(by_theo, round=2), CASE, PEOPLE, TODAY) == ["theo"]


def test_a_relation_of_the_record_signs_unless_it_is_the_owner() -> None:
    rule = SEFTON.model_copy(update={"signed_off_by": ("iro",)})
    assert signers(rule, action(), CASE, PEOPLE, TODAY) == ["ivy"]
    assert signers(rule, action(owner="ivy"), CASE, PEOPLE, TODAY) == ["mo"]


def test_where_nobody_signs_the_line_manager_decides_on_a_day() -> None:
    assert deciders(LOOSE, action(), CASE, PEOPLE, TODAY) == ["theo"]
    assert deciders(LOOSE, action(owner="hal"), CASE, PEOPLE, TODAY) == []


def test_owners_are_those_of_the_profile_who_are_here() -> None:
    assert owners(SEFTON, CASE, [], PEOPLE, TODAY) == ["will", "theo"]
    assert owners(SEFTON, None, ["ada"], PEOPLE, TODAY) == []
    rule = SEFTON.model_copy(update={"owners": ("worker", "auditors")})
    assert owners(rule, CASE, ["ada"], PEOPLE, TODAY) == ["will", "ada"]


def test_the_team_manager_inherits_and_the_line_above_inherits_theirs() -> None:
    assert heir(action(), CASE, PEOPLE, TODAY) == "theo"
    assert heir(action(owner="theo"), CASE, PEOPLE, TODAY) == "sam"
    assert heir(action(owner="hal"), None, PEOPLE, TODAY) is None


@pytest.mark.parametrize(
    ("today", "next_day"),
    [
        (date(2026, 3, 10), DUE),
        (DUE, date(2026, 4, 4)),
        (date(2026, 4, 4), date(2026, 4, 11)),
        (date(2026, 4, 11), date(2026, 4, 18)),
        (date(2026, 5, 1), date(2026, 5, 2)),
    ],
)
def test_the_clock_speaks_on_the_day_the_day_after_and_every_week(
    today: date, next_day: date
) -> None:
    assert next_look(action(), today) == next_day


def test_the_clock_speaks_the_day_after_the_last_one_and_never_of_what_is_done() -> None:
    early = action(latest_on=date(2026, 4, 7))
    assert next_look(early, date(2026, 4, 5)) == date(2026, 4, 8)
    assert next_look(action(state=ActionState.DONE), TODAY) is None


def test_an_action_knows_how_it_stands() -> None:
    one = action(latest_on=LAST)
    assert not one.overdue(DUE)
    assert one.overdue(date(2026, 4, 4))
    assert not one.breached(LAST)
    assert one.breached(date(2026, 4, 11))
    assert not replace(one, state=ActionState.DONE).breached(date(2026, 4, 11))
    assert replace(one, round=2).returned
    assert not replace(one, round=2, state=ActionState.CLAIMED).returned
    assert one.named == "A-312 · C-24113"


def test_a_claim_counts_for_its_own_round() -> None:
    first = note(NoteKind.CLAIMED)
    assert action(notes=(first,)).claim == first
    assert action(notes=(first,), round=2).claim is None


def test_a_tracker_counts_by_team_and_keeps_what_is_asked() -> None:
    lines = [
        line(),
        line(label="A-2", back=True, due_on=date(2026, 3, 12)),
        line(label="A-3", team="North", due_on=date(2026, 3, 1), claimed=True),
        line(label="A-4", closed_on=TODAY),
    ]
    north, south = by_team(lines, TODAY)
    assert (north.team, north.open, north.week, north.overdue, north.returned) == (
        *("North", 1),
        *(0, 1, 0),
    )
    assert (south.open, south.week, south.overdue, south.returned) == (2, 1, 0, 1)

    def kept(**asked: str) -> list[str]:
        chosen = TrackerFilter.read(asked.get("team", ""), asked.get("standing", ""))
        return [one.label for one in chosen.keep(lines, TODAY)]

    assert kept() == ["A-3", "A-2", "A-1"]
    assert kept(team="South") == ["A-2", "A-1"]
    assert kept(standing=Standing.TO_SIGN) == ["A-3"]
    assert kept(standing=Standing.DONE) == ["A-4"]
    assert kept(standing="nonsense") == kept()
