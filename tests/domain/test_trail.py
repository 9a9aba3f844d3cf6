from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.refs import Ref
from domain.trail import GENESIS, Entry, digest_of, faults

SEAT = Ref("seat", "12")
NINE = datetime(2026, 12, 1, 9, 0, tzinfo=UTC)
ACTIONS = ("allocate_seat", "accept_audit", "start_audit", "submit_assessment")


def entry(seq: int, before: str, action: str, actor: str = "ada") -> Entry:
    at, details = NINE + timedelta(minutes=seq), {"version": seq}
    digest = digest_of(
        subject=SEAT,
        seq=seq,
        at=at,
        actor=actor,
        action=action,
        details=details,
        before=before,
    )
    return Entry(
        subject=SEAT,
        seq=seq,
        at=at,
        actor=actor,
        action=action,
        details=details,
        before=before,
        digest=digest,
    )


def chain() -> list[Entry]:
    links: list[Entry] = []
    for seq, action in enumerate(ACTIONS, 1):
        links.append(entry(seq, links[-1].digest if links else GENESIS, action))
    return links


def test_a_whole_chain_holds() -> None:
    links = chain()
    assert faults(links) == []
    assert faults(links, head=(4, links[-1].digest)) == []


def test_an_empty_chain_holds() -> None:
    assert faults([]) == []


@pytest.mark.parametrize(
    "change",
    [
        {"actor": "tess"},
        {"action": "decline_audit"},
        {"at": NINE},
        {"details": {"version": 9}},
        {"subject": Ref("seat", "13")},
    ],
)
def test_an_edited_entry_shows(change: dict[str, object]) -> None:
    links = chain()
    links[1] = replace(links[1], **change)  # type: ignore[arg-type]  # any field
    assert f"{links[1].subject}: entry 2 was changed after it was written" in faults(links)


def test_an_entry_that_was_written_anew_breaks_the_next_one() -> None:
    links = chain()
    links[1] = entry(2, links[0].digest, "decline_audit", "tess")
    assert faults(links) == ["seat-12: entry 3 does not follow the one before it"]


def test_a_dropped_entry_shows() -> None:
    links = chain()
    del links[1]
    assert "seat-12: entry 2 is missing or out of order" in faults(links)


def test_two_entries_in_the_other_order_show() -> None:
    links = chain()
    links[1], links[2] = links[2], links[1]
    assert len(faults(links)) >= 2


@pytest.mark.parametrize("left", range(len(ACTIONS)))
def test_a_cut_tail_shows_only_by_the_anchor_outside(left: int) -> None:
    links = chain()
    anchor = (4, links[-1].digest)
    assert faults(links[:left]) == []
    assert faults(links[:left], head=anchor) == [
        "the entry 4 that was anchored outside is not there any more"
    ]


def test_an_older_anchor_holds_for_a_chain_that_grew() -> None:
    links = chain()
    assert faults(links, head=(2, links[1].digest)) == []


def test_the_digest_is_the_same_in_every_time_zone_and_order_of_details() -> None:
    common = {"subject": SEAT, "seq": 1, "actor": "ada", "action": "x", "before": GENESIS}
    there = NINE.astimezone(timezone(timedelta(hours=5)))
    one = digest_of(at=NINE, details={"a": 1, "b": None}, **common)  # type: ignore[arg-type]  # the rest of an entry
    other = digest_of(at=there, details={"b": None, "a": 1}, **common)  # type: ignore[arg-type]  # the rest of an entry
    assert one == other


@given(st.integers(0, 3), st.text(max_size=8))
def test_any_other_actor_anywhere_shows(place: int, actor: str) -> None:
    links = chain()
    links[place] = replace(links[place], actor=actor)
    assert bool(faults(links)) is (actor != "ada")
