from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from domain.people.person import Absence, Person
from domain.people.standing_in import stand_in
from tests.cast import ADA, IVY, PEOPLE

TODAY = date(2026, 12, 7)
ids = st.sampled_from(sorted(PEOPLE))


def away(person: Person, cover: str | None) -> Person:
    return replace(person, absences=(Absence(first_day=TODAY, last_day=TODAY, cover=cover),))


def test_whoever_is_here_does_it_themselves() -> None:
    assert stand_in(ADA, PEOPLE, TODAY) == ADA


def test_a_cover_who_is_away_passes_it_to_theirs() -> None:
    people = {**PEOPLE, "ada": away(ADA, "ivy"), "ivy": away(IVY, "chip")}
    assert stand_in(people["ada"], people, TODAY) == PEOPLE["chip"]


def test_a_circle_of_covers_ends_at_the_manager() -> None:
    people = {**PEOPLE, "ada": away(ADA, "ivy"), "ivy": away(IVY, "ada")}
    assert stand_in(people["ada"], people, TODAY) == PEOPLE["mo"]


def test_leave_without_a_cover_waits() -> None:
    assert stand_in(away(ADA, None), PEOPLE, TODAY) is None


@given(
    st.dictionaries(ids, st.none() | ids),
    st.sets(ids),
    st.sets(ids),
    ids,
)
def test_whoever_stands_in_is_at_work_and_within_reach(
    covers: dict[str, str | None], left: set[str], lost: set[str], holder: str
) -> None:
    people = {
        key: replace(
            away(one, covers[key]) if key in covers else one,
            left_on=TODAY if key in left else None,
        )
        for key, one in PEOPLE.items()
    }
    found = stand_in(people[holder], people, TODAY, lost)
    if found is not None:
        assert found.here_on(TODAY)
        assert found.id not in lost
        assert not found.absence_on(TODAY)
