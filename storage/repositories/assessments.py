"""Drafts and what was submitted; every text a person wrote is sealed."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from sqlalchemy import RowMapping, Select, Update, bindparam, insert, literal, select, update

from domain.audits.assessment import AreaEntry, Assessment, AssessmentState
from domain.faults import MovedOnFault
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import area_entries, assessments

TEXTS = ("evidence", "strengths", "develop", "look_back")

_BY_ID = select(assessments).where(assessments.c.id == bindparam("number"))
_OF_SEAT = select(assessments).where(
    assessments.c.seat_id == bindparam("number"), assessments.c.superseded_at.is_(None)
)
_AREAS = (
    select(area_entries)
    .where(area_entries.c.assessment_id == bindparam("number"))
    .order_by(area_entries.c.number)
)


class SqlAssessments(SealingRepository):
    """Implements the port ``Assessments``."""

    @remembered
    async def of_seat(self, seat_id: int) -> Assessment | None:
        """The seat's present assessment with its areas."""
        return await self._found(_OF_SEAT, seat_id)

    async def get(self, assessment_id: int) -> Assessment | None:
        """One assessment with its areas, superseded or not."""
        return await self._found(_BY_ID, assessment_id)

    async def start(self, seat_id: int, now: datetime) -> Assessment:
        """A new draft at area 1; raises MovedOnFault where the seat has a present one."""
        new = {"seat_id": seat_id, "at_area": 1, "saved_at": now, "reason": Sealed("")}
        return await self._draft(new)

    async def save_area(self, assessment: Assessment, area: AreaEntry) -> AreaEntry:
        """Write one area of a draft if ``area.version`` is the one read (1 where it is new).

        What is written has version 2 or more, so that of two people who both saw it empty only
        one writes it. Raises MovedOnFault, also where the assessment is no draft any more.
        """
        await self._hold_draft(assessment.id)
        saved = replace(area, version=area.version + 1)
        texts = {name: self._cipher.seal(getattr(area, name)) for name in TEXTS}
        columns = {"grade": area.grade, "version": saved.version, **texts}
        key = {"assessment_id": assessment.id, "number": area.number}
        if area.version == 1:
            new = self._insert(area_entries).values(**key, **columns)
            await self._swap(new.on_conflict_do_nothing())
        else:
            read = update(area_entries).filter_by(**key, version=area.version)
            await self._swap(read.values(**columns))
        return saved

    async def save(self, assessment: Assessment) -> Assessment:
        """Write all but the areas, if ``version`` is the one read; gives the next version.

        Raises MovedOnFault, also where what is kept is not a present draft.
        """
        saved = replace(assessment, version=assessment.version + 1)
        await self._swap(
            _present(assessment, AssessmentState.DRAFT).values(
                state=saved.state,
                at_area=saved.at_area,
                version=saved.version,
                saved_at=saved.saved_at,
                overall=saved.overall,
                reason=self._cipher.seal(saved.reason),
                submitted_at=saved.submitted_at,
            )
        )
        return saved

    async def set_aside(self, assessment: Assessment, now: datetime) -> None:
        """Keep a draft as it is, no longer the seat's present one; raises MovedOnFault."""
        await self._swap(_present(assessment, AssessmentState.DRAFT).values(superseded_at=now))

    async def supersede(self, assessment: Assessment, now: datetime) -> Assessment:
        """Keep a submitted one as it is and copy it to a new draft, the present one from now.

        Raises MovedOnFault where it is not the present one in the version given.
        """
        await self._swap(_present(assessment, AssessmentState.SUBMITTED).values(superseded_at=now))
        draft = await self._draft(
            {
                "seat_id": assessment.seat_id,
                "at_area": assessment.at_area,
                "saved_at": now,
                "overall": assessment.overall,
                "reason": self._cipher.seal(assessment.reason),
            }
        )
        await self._copy_areas(assessment.id, draft.id)
        return replace(draft, areas=assessment.areas)

    async def _draft(self, columns: dict[str, Any]) -> Assessment:
        new = {"state": AssessmentState.DRAFT, "version": 1, **columns}
        row = await self._one(
            self._insert(assessments).values(**new).on_conflict_do_nothing().returning(assessments)
        )
        if row is None:
            raise MovedOnFault
        return self._assessment(row, [])

    async def _copy_areas(self, source: int, target: int) -> None:
        names = [column.name for column in area_entries.columns]
        kept = [
            literal(target) if name == "assessment_id" else area_entries.c[name] for name in names
        ]
        areas = select(*kept).where(area_entries.c.assessment_id == source)
        await self._connection.execute(insert(area_entries).from_select(names, areas))

    async def _hold_draft(self, assessment_id: int) -> None:
        """Keep others from submitting the draft while an area of it is written."""
        state = select(assessments.c.state).where(
            assessments.c.id == assessment_id, assessments.c.superseded_at.is_(None)
        )
        row = await self._one(state.with_for_update())
        if row is None or row["state"] is not AssessmentState.DRAFT:
            raise MovedOnFault

    async def _found(self, statement: Select[Any], number: int) -> Assessment | None:
        row = await self._one(statement, number=number)
        if row is None:
            return None
        found = await self._all(_AREAS, number=row["id"])
        return self._assessment(row, [self._area(entry) for entry in found])

    def _assessment(self, row: RowMapping, areas: list[AreaEntry]) -> Assessment:
        return Assessment(
            id=row["id"],
            seat_id=row["seat_id"],
            state=row["state"],
            at_area=row["at_area"],
            version=row["version"],
            saved_at=row["saved_at"],
            overall=row["overall"],
            reason=self._cipher.open(row["reason"]),
            submitted_at=row["submitted_at"],
            areas=tuple(areas),
        )

    def _area(self, row: RowMapping) -> AreaEntry:
        texts = {name: self._cipher.open(row[name]) for name in TEXTS}
        return AreaEntry(number=row["number"], grade=row["grade"], version=row["version"], **texts)


def _present(assessment: Assessment, state: AssessmentState) -> Update:
    """A write to the seat's present assessment, in the version and the state that were read."""
    return update(assessments).where(
        assessments.c.id == assessment.id,
        assessments.c.version == assessment.version,
        assessments.c.state == state,
        assessments.c.superseded_at.is_(None),
    )
