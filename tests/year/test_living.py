"""Some days of the year, on both databases: people act, the clock acts, the ledger tells."""

from __future__ import annotations

from datetime import date

from domain.frameworks.selection import PerService
from scheduler.scans import scans
from storage.work import SqlUnitsOfWork
from tests.town import council_of, framework
from year.council import make_folk
from year.living import Life

FIRST = date(2026, 4, 1)
COUNCILS = ("city-of-london", "herefordshire", "leicestershire", "sefton", "somerset")


async def test_a_few_days_of_a_council_serve_what_happened_in_them(units: SqlUnitsOfWork) -> None:
    life = Life(units, council_of("sefton"), scans(), FIRST, days=2)
    ledger = await life.live()
    assert {"SEF-01", "SEF-02", "SEF-06"} <= ledger.rows.keys()
    assert {"SEF-24", "SEF-36"} <= set(ledger.missing)  # no audit is final yet
    assert ledger.cards["audit_allocated"] > 0
    assert ledger.presses["start_audit"] > 0
    days = {served.day for served in ledger.rows.values()}
    assert min(days) == FIRST
    assert max(days) <= date(2026, 4, 2)


def test_every_role_of_every_council_is_held_and_every_service_has_records() -> None:
    for council in COUNCILS:
        rules = framework(council)
        folk = make_folk(rules, FIRST)
        held = {role for person in folk.people for role in person.roles}
        assert held == set(rules.roles), council
        named = {
            name
            for programme in rules.programmes.values()
            if isinstance(programme.selection.count, PerService)
            for name in programme.selection.count.numbers
        }
        assert named <= {case.service for case in folk.cases}, council


def test_the_same_council_is_made_of_the_same_people() -> None:
    rules = framework("somerset")
    assert make_folk(rules, FIRST) == make_folk(rules, FIRST)
