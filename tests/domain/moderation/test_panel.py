"""Which seats a panel has, who decides and who only gives a view (E-57, E-96)."""

from __future__ import annotations

from datetime import date

import pytest

from domain.frameworks.programme import Programme
from domain.moderation.moderation import Moderation, Reason
from domain.moderation.panel import (
    THIRD,
    advisers,
    as_seat_rule,
    is_blind,
    moderators_seats,
    panel_seats,
    quorum_of,
    rule_of,
    seats_for,
)
from tests.domain.moderation.councils import framework

TITLES = {
    "every_good": "grade",
    "disagreement": "disagreement",
    "third": "share",
    "colleague": "colleague",
}


def programme(council: str) -> Programme:
    """The council's audit that is moderated."""
    return next(iter(framework(council).programmes.values()))


def moderated(*keys: str) -> Moderation:
    """An audit that Sefton's draws of those keys send."""
    reasons = tuple(Reason(key=key, kind=TITLES[key], title=key) for key in keys)
    return Moderation(audit_id=1, settled_on=date(2026, 12, 1), reasons=reasons)


def keys(*draws: str, turn: int = 0) -> list[str]:
    """The seats of such a panel."""
    return [seat.key for seat in seats_for(programme("sefton"), moderated(*draws), turn=turn)]


def test_a_drawn_audit_has_both_members() -> None:
    assert keys("third") == ["quality", "safeguarding"]


def test_a_good_has_an_assistant_director_and_one_member_in_turns() -> None:
    assert keys("every_good") == ["quality", "by_every_good"]
    assert keys("every_good", turn=1) == ["safeguarding", "by_every_good"]


def test_a_disputed_good_has_both_members_and_the_assistant_director() -> None:
    assert keys("every_good", "disagreement") == ["quality", "safeguarding", "by_every_good"]


def test_a_colleague_s_audit_has_the_colleague_alone() -> None:
    assert keys("colleague") == ["by_colleague"]
    assert keys("third", "colleague") == ["quality", "safeguarding", "by_colleague"]


def test_the_assistant_director_gives_a_view_and_a_colleague_alone_decides() -> None:
    sefton = programme("sefton")
    assert "by_every_good" in advisers(sefton, moderated("every_good"))
    assert "by_colleague" not in advisers(sefton, moderated("colleague"))
    assert "by_colleague" in advisers(sefton, moderated("third", "colleague"))


@pytest.mark.parametrize("draws", [("third",), ("colleague",), ("every_good",)])
def test_a_third_reader_gives_a_view_always(draws: tuple[str, ...]) -> None:
    assert THIRD in advisers(programme("sefton"), moderated(*draws))


def test_one_decides_but_both_where_somebody_disagrees() -> None:
    sefton = programme("sefton")
    assert quorum_of(sefton, {"share"}) == 1
    assert quorum_of(sefton, {"grade", "disagreement"}) == 2


def test_stand_ins_may_hold_a_panel_s_seat() -> None:
    """E-96."""
    rule = rule_of(programme("sefton"), "quality")
    assert {"principal_social_worker", "service_manager"} <= set(rule.eligible_roles)
    assert rule.independent
    assert not rule.by_design


def test_a_programme_s_own_seat_keeps_its_own_rule() -> None:
    assert rule_of(programme("sefton"), "auditor") is programme("sefton").seat("auditor")
    with pytest.raises(KeyError):
        rule_of(programme("sefton"), "nobody")


def test_somerset_s_moderator_is_a_seat_of_the_programme() -> None:
    """SOM-06."""
    somerset = programme("somerset")
    assert moderators_seats(somerset) == {"moderator"}
    assert rule_of(somerset, "moderator").hand_over is not None
    assert "advanced_practitioner" in panel_seats(somerset)[THIRD].roles


def test_who_grades_alone_first_is_the_council_s_choice() -> None:
    assert is_blind(programme("herefordshire"))
    assert not is_blind(programme("somerset"))


def test_a_panel_s_seat_is_due_as_moderation_is() -> None:
    her = programme("herefordshire")
    assert her.moderation is not None
    (seat,) = her.moderation.panel
    assert as_seat_rule(seat, her.moderation).due == her.moderation.due
