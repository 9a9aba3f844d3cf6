"""What families were asked, and whether they were heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import RowMapping, bindparam, select, update

from domain.talks.family import Consent, FamilyEntry
from storage.cipher import Sealed
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import consents, family_entries

_CONSENT_OF = select(consents).where(consents.c.audit_id == bindparam("number"))
_ENTRY = select(family_entries).where(family_entries.c.id == bindparam("number"))
_ENTRY_OF = select(family_entries).where(family_entries.c.audit_id == bindparam("number"))


class SqlFamilies(SealingRepository):
    """Implements the port ``Families``."""

    async def ask(self, consent: Consent) -> Consent:
        """Write a new question to a family, or give the one there is."""
        new = self._insert(consents).values(audit_id=consent.audit_id, **self._values(consent))
        await self._count(new.on_conflict_do_nothing())
        (row,) = await self._all(select(consents).filter_by(audit_id=consent.audit_id))
        return self._consent(row)

    async def ask_all(self, new: Sequence[Consent]) -> list[Consent]:
        """Write many questions; gives those of audits that had none, by id."""
        if not new:
            return []
        rows = [{"audit_id": one.audit_id, **self._values(one)} for one in new]
        unless_asked = self._insert(consents).on_conflict_do_nothing()
        written = await self._connection.execute(unless_asked.returning(*consents.columns), rows)
        found = [self._consent(row) for row in written.mappings()]
        return sorted(found, key=lambda consent: consent.id)

    async def consent(self, consent_id: int) -> Consent | None:
        """One question."""
        row = await self._one(select(consents).filter_by(id=consent_id))
        return self._consent(row) if row else None

    @remembered
    async def consent_of(self, audit_id: int) -> Consent | None:
        """An audit's question to the family, if it has one."""
        row = await self._one(_CONSENT_OF, number=audit_id)
        return self._consent(row) if row else None

    async def save_consent(self, consent: Consent) -> Consent:
        """Write a question whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(consent, version=consent.version + 1)
        read = update(consents).filter_by(id=consent.id, version=consent.version)
        await self._swap(read.values(**self._values(saved)))
        return saved

    async def to_chase(self, now: datetime) -> list[Consent]:
        """Questions whose next reminder is due, oldest first."""
        due = select(consents).where(
            consents.c.next_chase_at.is_not(None), consents.c.next_chase_at <= now
        )
        rows = await self._all(due.order_by(consents.c.next_chase_at, consents.c.id))
        return [self._consent(row) for row in rows]

    async def start(self, audit_id: int) -> FamilyEntry:
        """An audit's entry, made where there is none."""
        await self.start_all([audit_id])
        (row,) = await self._all(select(family_entries).filter_by(audit_id=audit_id))
        return self._entry(row)

    async def start_all(self, audit_ids: Collection[int]) -> None:
        """Make sure that each of the audits has its entry."""
        alike = {"version": 1, "who": Sealed(""), "reason": "", "words": Sealed("")}
        rows = [{"audit_id": audit_id, **alike} for audit_id in audit_ids]
        if rows:
            new = self._insert(family_entries).on_conflict_do_nothing()
            await self._connection.execute(new, rows)

    @remembered
    async def get(self, entry_id: int) -> FamilyEntry | None:
        """One entry."""
        row = await self._one(_ENTRY, number=entry_id)
        return self._entry(row) if row else None

    @remembered
    async def of_audit(self, audit_id: int) -> FamilyEntry | None:
        """An audit's entry."""
        row = await self._one(_ENTRY_OF, number=audit_id)
        return self._entry(row) if row else None

    async def save(self, entry: FamilyEntry) -> FamilyEntry:
        """Write an entry whose ``version`` is the one read; raises MovedOnFault."""
        saved = replace(entry, version=entry.version + 1)
        read = update(family_entries).filter_by(id=entry.id, version=entry.version)
        await self._swap(
            read.values(
                version=saved.version,
                heard=saved.heard,
                who=self._cipher.seal(saved.who),
                reason=saved.reason,
                words=self._cipher.seal(saved.words),
                noted_by=saved.noted_by,
                noted_at=saved.noted_at,
            )
        )
        return saved

    def _values(self, consent: Consent) -> dict[str, object]:
        return {
            "worker": consent.worker,
            "version": consent.version,
            "asked_at": consent.asked_at,
            "agreed": consent.agreed,
            "asked": self._cipher.seal(consent.asked),
            "answered_on": consent.answered_on,
            "chased": consent.chased,
            "next_chase_at": consent.next_chase_at,
        }

    def _consent(self, row: RowMapping) -> Consent:
        return Consent(**{**row, "asked": self._cipher.open(row["asked"])})

    def _entry(self, row: RowMapping) -> FamilyEntry:
        opened = {name: self._cipher.open(row[name]) for name in ("who", "words")}
        return FamilyEntry(**{**row, **opened})
