from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.delivery.message import Address
from domain.people.reach import OutOfReachWhy, out_of_reach, why_not
from tests.cast import ADA, IVY, MO, PEOPLE, TESS

TODAY = date(2026, 12, 7)
HERE = Address(
    person_id="ada",
    tenant_id="t",
    aad_object_id="aad-ada",
    teams_user_id="29:ada",
    bot_id="28:bot",
    conversation_id="a:ada",
    service_url="https://smba.example/",
)


def test_each_reason_is_told_apart() -> None:
    assert why_not(ADA, HERE, TODAY) is None
    assert why_not(ADA, None, TODAY) is OutOfReachWhy.NOT_INSTALLED
    assert why_not(replace(ADA, aad_object_id=None), None, TODAY) is OutOfReachWhy.NO_SIGN_IN
    assert why_not(ADA, replace(HERE, blocked="uninstalled"), TODAY) is OutOfReachWhy.UNINSTALLED
    assert why_not(ADA, replace(HERE, blocked="blocked"), TODAY) is OutOfReachWhy.BLOCKED
    assert why_not(ADA, replace(HERE, blocked="not_found"), TODAY) is OutOfReachWhy.BLOCKED
    assert why_not(replace(ADA, left_on=TODAY), HERE, TODAY) is OutOfReachWhy.LEFT


def test_the_busiest_come_first_and_leavers_only_while_they_hold_something() -> None:
    people = {
        **PEOPLE,
        "ada": replace(ADA, left_on=TODAY),
        "tess": replace(TESS, left_on=TODAY),
    }
    reached = {key: HERE for key in PEOPLE if key not in {"ada", "tess", "ivy", "mo"}}
    found = out_of_reach(people, reached, {"ada": 1, "mo": 4}, TODAY)
    assert [(one.person.id, one.open_duties) for one in found] == [
        ("mo", 4),
        ("ada", 1),
        ("ivy", 0),
    ]


def test_those_asked_about_alone_are_looked_at() -> None:
    found = out_of_reach(PEOPLE, {}, {}, TODAY, among={"ivy", "mo", "gone"})
    assert [one.person for one in found] == [IVY, MO]
