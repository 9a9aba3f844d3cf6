"""What children and families said: the words stay, edition by edition."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, replace
from datetime import date, datetime

from sqlalchemy import RowMapping, Select, bindparam, insert, or_, select, update

from domain.voices.voice import Answered, NewVoice, Voice, VoiceState
from storage.known import remembered
from storage.repositories.base import SealingRepository
from storage.tables import voice_answers, voices
from storage.tables.base import in_state

_SEALED = ("who", "medium", "help", "summary", "worried", "tried")
_SETTLED = in_state(voices.c.state, VoiceState.HEARD, VoiceState.MISSED)
_BY_ID = select(voices).where(voices.c.id == bindparam("number"))
_OF_AUDIT = (
    select(voices)
    .where(voices.c.audit_id == bindparam("number"), voices.c.state != VoiceState.DROPPED)
    .order_by(voices.c.id)
)
_WORDS = (
    select(voice_answers)
    .where(voice_answers.c.voice_id.in_(bindparam("numbers", expanding=True)))
    .order_by(voice_answers.c.voice_id, voice_answers.c.number, voice_answers.c.edition)
)


class SqlVoices(SealingRepository):
    """Implements the port ``Voices``."""

    async def begin(self, new: NewVoice, now: datetime) -> Voice:
        """A new voice, still being written."""
        voice = Voice(id=0, version=1, state=VoiceState.DRAFT, begun_at=now, **asdict(new))
        write = insert(voices).values(**self._values(voice)).returning(voices.c.id)
        number: int = (await self._connection.execute(write)).scalar_one()
        return replace(voice, id=number)

    @remembered
    async def get(self, voice_id: int) -> Voice | None:
        """One voice, with the present edition of its words."""
        found = await self._with_words(_BY_ID, number=voice_id)
        return found[0] if found else None

    async def save(self, voice: Voice, now: datetime) -> Voice:
        """Write a voice whose ``version`` is the one read; an edition that is new is added."""
        saved = replace(voice, version=voice.version + 1)
        read = update(voices).filter_by(id=voice.id, version=voice.version)
        await self._swap(read.values(**self._values(saved)))
        for answer in saved.answers:
            values = {
                **asdict(answer),
                "words": self._cipher.seal(answer.words),
                "voice_id": voice.id,
                "at": now,
            }
            new = self._insert(voice_answers).values(**values)
            change = {name: values[name] for name in ("question", "words", "at")}
            key = ["voice_id", "number", "edition"]
            await self._count(new.on_conflict_do_update(index_elements=key, set_=change))
        return saved

    @remembered
    async def of_audit(self, audit_id: int) -> list[Voice]:
        """What was begun in an audit and not given up, oldest first."""
        return await self._with_words(_OF_AUDIT, number=audit_id)

    async def of_audits(self, audit_ids: Collection[int]) -> Mapping[int, list[Voice]]:
        """The same for several; who has none is not in it. Without their words."""
        found: dict[int, list[Voice]] = {}
        mine = select(voices).where(
            voices.c.audit_id.in_(audit_ids), voices.c.state != VoiceState.DROPPED
        )
        for row in await self._all(mine.order_by(voices.c.id)):
            found.setdefault(row["audit_id"], []).append(self._voice(row, ()))
        return found

    async def of_source(self, source: str, first_day: date, last_day: date) -> list[Voice]:
        """What was settled in one way between the two days, oldest first. Without their words."""
        mine = select(voices).where(
            voices.c.source == source, _SETTLED, voices.c.said_on.between(first_day, last_day)
        )
        rows = await self._all(mine.order_by(voices.c.said_on, voices.c.id))
        return [self._voice(row, ()) for row in rows]

    async def latest(self, sources: Collection[str], noted_by: str, limit: int) -> list[Voice]:
        """The newest settled outside audits: in these ways, or written down by that person."""
        mine = select(voices).where(
            voices.c.source != "",
            _SETTLED,
            or_(voices.c.source.in_(sources), voices.c.noted_by == noted_by),
        )
        rows = await self._all(mine.order_by(voices.c.id.desc()).limit(limit))
        return [self._voice(row, ()) for row in rows]

    async def drafts_of(self, person_id: str) -> list[Voice]:
        """What somebody is still writing, newest first."""
        mine = select(voices).where(
            voices.c.noted_by == person_id, in_state(voices.c.state, VoiceState.DRAFT)
        )
        return await self._with_words(mine.order_by(voices.c.id.desc()))

    async def editions(self, voice_id: int) -> list[Answered]:
        """Every edition of every answer, in order."""
        return [self._answer(row) for row in await self._words([voice_id])]

    async def _with_words(
        self, statement: Select[tuple[object, ...]], **bound: object
    ) -> list[Voice]:
        rows = await self._all(statement, **bound)
        words: dict[int, dict[int, Answered]] = {row["id"]: {} for row in rows}
        for row in await self._words(words):  # the newest edition of a number comes last
            words[row["voice_id"]][row["number"]] = self._answer(row)
        return [self._voice(row, words[row["id"]].values()) for row in rows]

    async def _words(self, voice_ids: Collection[int]) -> Sequence[RowMapping]:
        return await self._all(_WORDS, numbers=list(voice_ids)) if voice_ids else []

    def _values(self, voice: Voice) -> dict[str, object]:
        row = {k: v for k, v in asdict(voice).items() if k not in {"id", "answers"}}
        return row | {name: self._cipher.seal(row[name]) for name in _SEALED}

    def _voice(self, row: RowMapping, answers: Iterable[Answered]) -> Voice:
        opened = {name: self._cipher.open(row[name]) for name in _SEALED}
        return Voice(**{**row, **opened}, answers=tuple(answers))

    def _answer(self, row: RowMapping) -> Answered:
        return Answered(
            number=row["number"],
            question=row["question"],
            words=self._cipher.open(row["words"]),
            edition=row["edition"],
        )
