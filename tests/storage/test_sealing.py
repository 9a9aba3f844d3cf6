"""Nothing that a person wrote is readable in the database, in whatever column it stands."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import Text, insert, select, text, update
from sqlalchemy import cast as sql_cast

from domain.audits.assessment import AreaEntry
from domain.audits.audit import Refusal
from domain.audits.example import Example
from domain.audits.outcome import Outcome, Settled
from domain.audits.remark import Remark, RemarkKind
from domain.files.offer import NewOffer, Place
from domain.lists.dropped import ListKind, NewDroppedList
from domain.quotas.piece import Company, Piece
from domain.refs import Ref
from storage.cipher import Cipher, Sealed
from storage.rotation import count_sealed, rotate
from storage.tables import SEALED, area_entries, metadata, notices
from storage.types import PlainTextError
from storage.work import SqlUnitOfWork, SqlUnitsOfWork, open_units
from tests.storage.action_seeds import fill_actions
from tests.storage.alert_seeds import fill_alerts
from tests.storage.approval_seeds import fill_asked_for
from tests.storage.calendar_seeds import fill_calendar
from tests.storage.follow_up_seeds import fill_follow_ups
from tests.storage.moderation_seeds import fill_moderations
from tests.storage.nomination_seeds import fill_nominations
from tests.storage.observation_seeds import fill_observations
from tests.storage.response_seeds import fill_responses
from tests.storage.seeds import NOW, committed_seat
from tests.storage.talk_seeds import fill_talks
from tests.storage.voice_seeds import fill_voices

CANARY = "canary-words-nobody-may-read"
TEXTS = {"evidence", "strengths", "develop", "look_back"}

EXAMPLE = Example(
    id=0, programme="case_file_audit", asked_of="ada", asked_by="ben", asked_at=NOW, why=CANARY
)


def outcome_of(audit_id: int) -> Outcome:
    """An outcome whose reason is the canary."""
    return Outcome(
        audit_id=audit_id,
        programme="case_file_audit",
        case_ref="C-2",
        settled=Settled.AGREED,
        overall="good",
        reason=CANARY,
        submitted_on=NOW.date(),
        final_at=NOW,
    )


def remark_of(audit_id: int) -> Remark:
    """A remark whose text is the canary."""
    return Remark(
        audit_id=audit_id, kind=RemarkKind.CANCELLED, person_id="ben", text=CANARY, at=NOW
    )


def piece_of() -> Piece:
    """A piece of learning whose words are the canary."""
    return Piece(
        person_id="ben",
        part="other",
        done_on=NOW.date(),
        company=Company.GROUP,
        form=CANARY,
        findings=CANARY,
        recorded_by="ben",
        recorded_at=NOW,
    )


async def _write_everywhere(units: SqlUnitsOfWork) -> tuple[int, int]:
    """Fill every sealed column with the canary; gives the assessment's and the notice's id."""
    seat = await committed_seat(units)
    async with units() as uow:
        draft = await uow.assessments.start(seat.id, NOW)
        await uow.assessments.save(replace(draft, reason=CANARY))
        area = AreaEntry(
            number=1, evidence=CANARY, strengths=CANARY, develop=CANARY, look_back=CANARY
        )
        await uow.assessments.save_area(draft, area)
        refusal = Refusal(person_id="ben", reason="conflict", at=NOW, note=CANARY)
        await uow.audits.add_refusal(seat.id, refusal)
        notice = await uow.notices.get(await uow.notices.add(seat.audit_id, "ben", "worker"))
        assert notice
        await uow.notices.save(replace(notice, note=CANARY))
        await _write_files(uow)
        await uow.outcomes.add(outcome_of(seat.audit_id))
        await fill_follow_ups(uow, seat, CANARY)
        await fill_actions(uow, seat, CANARY)
        await fill_moderations(uow, seat, CANARY)
        await uow.remarks.add(remark_of(seat.audit_id))
        await uow.examples.ask(EXAMPLE)
        await uow.pieces.add(piece_of())
        await fill_talks(uow, seat, CANARY)
        await fill_responses(uow, CANARY)
        await fill_nominations(uow, CANARY)
        await fill_voices(uow, seat, CANARY)
        await fill_observations(uow, CANARY)
        await fill_calendar(uow, CANARY)
        await fill_alerts(uow, CANARY)
        await fill_asked_for(uow, CANARY)
        await uow.commit()
    return draft.id, notice.id


async def _write_files(uow: SqlUnitOfWork) -> None:
    """A list that came, a file that went, and who was going to be sent what."""
    dropped = NewDroppedList(
        person_id="ben", kind=ListKind.CASES, data=CANARY.encode(), digest="d" * 64
    )
    await uow.lists.add(dropped, NOW)
    new = NewOffer(person_id="ben", kind="actions", about=Ref("person", "ben"))
    offer = await uow.file_offers.add(new, NOW)
    await uow.file_offers.save(replace(offer, place=Place(url=CANARY, unique_id="1")))
    asked = await uow.rehearsals.ask("ben", NOW.date(), NOW.date(), NOW)
    await uow.rehearsals.done(asked.id, [CANARY], NOW)


async def test_every_sealed_column_is_written_and_none_is_readable(units: SqlUnitsOfWork) -> None:
    await _write_everywhere(units)
    async with units(reading=True) as uow:
        for column in SEALED:
            (kept,) = (await uow.connection.execute(select(column))).scalars()
            assert CANARY in uow.cipher.open(kept), column  # some hold several texts
        for table in metadata.sorted_tables:
            for column in table.columns:
                cells = (await uow.connection.execute(select(sql_cast(column, Text)))).scalars()
                assert not any(CANARY in cell for cell in cells if cell), column


async def test_the_file_on_the_disk_does_not_hold_the_words(sqlite_url: str) -> None:
    units = open_units(sqlite_url, Cipher([Cipher.new_key()]))
    await _write_everywhere(units)
    await units.close()
    folder = Path(sqlite_url.removeprefix("sqlite:///")).parent

    assert not [file.name for file in folder.iterdir() if CANARY.encode() in file.read_bytes()]


async def test_a_sealed_column_refuses_plain_words(units: SqlUnitsOfWork) -> None:
    assessment_id, notice_id = await _write_everywhere(units)
    area = {"assessment_id": assessment_id, "number": 2, "version": 1}
    async with units() as uow:
        with pytest.raises(PlainTextError):
            await uow.connection.execute(
                insert(area_entries).values(**area, **dict.fromkeys(TEXTS, CANARY))
            )
        note = update(notices).where(notices.c.id == notice_id)
        with pytest.raises(PlainTextError):
            await uow.connection.execute(note.values(note=CANARY))
        await uow.connection.execute(note.values(note=Sealed("")))


async def test_an_error_of_the_database_does_not_repeat_what_was_written(
    units: SqlUnitsOfWork,
) -> None:
    async with units() as uow:
        with pytest.raises(Exception, match="no_such_table") as failed:
            await uow.connection.execute(
                text("INSERT INTO no_such_table VALUES (:words)"), {"words": CANARY}
            )

    assert CANARY not in str(failed.value)


@pytest.mark.parametrize("batch", [1, 500])
async def test_rotation_reaches_every_sealed_column(database_url: str, batch: int) -> None:
    old, new = Cipher.new_key(), Cipher.new_key()
    before, after = (open_units(database_url, Cipher(keys)) for keys in ([old], [new, old]))
    await _write_everywhere(before)
    told: list[int] = []

    # one row in each table that keeps words
    assert await rotate(after, batch=batch, told=told.append) == len({c.table for c in SEALED})
    async with after(reading=True) as uow:
        assert sum(told) == await count_sealed(uow)
        for column in SEALED:
            for kept in (await uow.connection.execute(select(column))).scalars():
                Cipher([new]).open(kept)
    assert await rotate(after, batch=batch) == 0
    for units in (before, after):
        await units.close()
