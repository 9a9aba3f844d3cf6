"""A yes is worth one file, once, for a day."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from domain.files.offer import CARRIED_WITHIN, GOOD_FOR, FileOffer, OfferState, Place
from domain.refs import Ref

ASKED_AT = datetime(2026, 3, 28, 23, 30, tzinfo=UTC)
ASKED = FileOffer(
    id=12,
    person_id="ada",
    kind="actions",
    about=Ref("person", "ada"),
    state=OfferState.ASKED,
    asked_at=ASKED_AT,
)
TAKEN = replace(ASKED, state=OfferState.TAKEN, taken_at=ASKED_AT + timedelta(hours=1))
MOMENT = timedelta(microseconds=1)


def test_a_yes_counts_until_the_day_is_over_and_not_on_the_dot() -> None:
    assert ASKED.open_at(ASKED_AT)
    assert ASKED.open_at(ASKED_AT + GOOD_FOR - MOMENT)
    assert not ASKED.ended(ASKED_AT + GOOD_FOR - MOMENT)
    assert not ASKED.open_at(ASKED_AT + GOOD_FOR)
    assert ASKED.ended(ASKED_AT + GOOD_FOR)


def test_while_somebody_carries_the_file_a_second_yes_does_not_count() -> None:
    taken_at = ASKED_AT + timedelta(hours=1)
    assert not TAKEN.open_at(taken_at + CARRIED_WITHIN - MOMENT)
    assert TAKEN.open_at(taken_at + CARRIED_WITHIN)  # whoever carried it has died
    assert TAKEN.ended(ASKED_AT + GOOD_FOR)


@pytest.mark.parametrize(
    "state", [OfferState.LANDED, OfferState.DECLINED, OfferState.FAILED, OfferState.WITHHELD]
)
def test_what_is_settled_stays_so(state: OfferState) -> None:
    settled = replace(TAKEN, state=state)
    for hours in (0, 2, 25):
        now = ASKED_AT + timedelta(hours=hours)
        assert not settled.open_at(now)
        assert not settled.ended(now)


def test_the_name_has_the_day_in_london_on_which_it_was_asked_for() -> None:
    assert ASKED.named("actions", "xlsx") == "actions-2026-03-28.xlsx"
    summer = replace(ASKED, asked_at=ASKED_AT + timedelta(days=2))
    assert summer.named("duties", "ics") == "duties-2026-03-31.ics"


def test_where_it_was_put_shows_in_no_log() -> None:
    place = Place(url="https://council.example/ada", unique_id="1150d938")
    assert "ada" not in repr(place)
    assert "1150" not in repr(replace(ASKED, place=place))
