"""The demo's story without a client: an audit from its allocation to the findings, as text."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

from demo.chat import Chat, Line
from demo.seeding import Part, Story
from domain.frameworks.grades import Grade, GradeScale
from domain.people.person import Person
from domain.talks.family import family_holds_up, family_rule
from domain.talks.rules import conversations, holds_up, is_joint

Wait = Callable[[timedelta], None]

STRANGER = ("7a3c1a5e-0b1c-4d52-8f0e-6f1f6f0a9c11", "Zed Amberly")
PRESSED = {
    "evidence": "Visit notes of September to November; the child was seen alone each time.",
    "strengths": "The young person's own words lead into every review.",
    "develop": "Ask once more about the contact with the grandparents.",
}
TYPED = {
    "evidence": "The assessment of 3 September, and the school's report.",
    "strengths": "It weighs what is going well against what is not.",
    "develop": "Say what has changed since the last one.",
}
BRIEF = {"evidence": "The record of the last three months."}
NOTED = "What went well was that the worker stayed the same; supervision helped."
REASON = "The direct work clearly changed things for the young person."


class Telling:
    """The story, told from chat to chat over a line. ``wait`` lets time pass for the bot.

    Every auditor gives the second grade of the scale everywhere, so that no moderator is needed.
    """

    def __init__(self, story: Story, line: Line, grades: GradeScale, wait: Wait) -> None:
        self._story = story
        self._line = line
        self._grade: Grade = grades.scale[1]
        self._wait = wait
        self._areas = len(story.programme.areas)

    async def all(self, withdraw_for: timedelta) -> None:
        """From the opened cycle to the findings; then what a stranger gets."""
        await self._opened()
        await self._told()
        first, *others = self._story.auditors
        await self._audits(first, others)
        for part in others:
            await self.audits_briefly(part)
        await self._later(withdraw_for)
        await self._findings()
        await self._coordinates()
        await self._stranger()

    async def _opened(self) -> None:
        chat = self._chat(self._story.coordinator, "runs the audits")
        await chat.installs()
        await chat.sees(f"Hello {self._story.coordinator.first_name}")
        await chat.sees("audits opened")

    async def _told(self) -> None:
        chat = self._chat(self._story.worker, f"works on {self._story.case}")
        await chat.installs()
        await chat.sees("will be audited")
        await chat.presses("I've seen this", on="will be audited")
        await self.agrees(chat)

    async def agrees(self, worker: Chat) -> None:
        """The worker has asked the family, where the council wants that first."""
        rule = family_rule(self._story.programme)
        if rule and rule.consent == "worker_first":
            said = {"agreed": "given", "asked": "Both parents, by phone"}
            await worker.presses("Send the answer", on="Ask the family", **said)

    async def talks(self, part: Part) -> None:
        """Whatever the audit asks for besides grades."""
        chat = self._chat(part.person, part.label)
        programme = self._story.programme
        role = next(seat.key for seat in programme.seats if seat.label == part.label)
        mine = [talk for talk in conversations(programme) if role in talk.between]
        for number, talk in enumerate(mine, 1):
            if holds_up(talk, role):
                await chat.types(f"talk {number}")
                await chat.sees("Here is the talk")
                await chat.types("talked" if is_joint(talk) else f"note: {NOTED}")
                await chat.sees("Ticked." if is_joint(talk) else "Noted:")
        if family_holds_up(programme, role):
            await chat.types("family")
            await chat.sees("Here is the family's part")
            await chat.types("not heard declined")
            await chat.sees("Kept: why nobody was heard")

    async def joins(self, part: Part) -> None:
        """The other auditor has the app and has talked, but has graded nothing yet."""
        chat = self._chat(part.person, part.label)
        await chat.installs()
        await self.talks(part)

    async def _audits(self, part: Part, others: list[Part]) -> None:
        """The first area by pressing, the second by typing, the others in short."""
        chat = self._chat(part.person, part.label)
        await self._allocated(chat)
        await chat.presses("Accept for later", on=f"for {self._story.case}")
        await chat.types("my work")
        await chat.sees("Press a line")
        await chat.types("start")
        await chat.sees("Here is")
        await chat.sees(self._place(1))
        await chat.presses("Next", on=self._place(1), grade=self._grade.key, **PRESSED)
        await chat.sees(self._place(2))
        await self._types_an_area(chat, 2)
        await self._grades(chat, range(3, self._areas + 1))
        await chat.sees("then submit")
        await self.talks(part)
        for other in others:
            await self.joins(other)
        await self._submits(chat)

    async def audits_briefly(self, part: Part) -> None:
        """In short, with the same grades, so that the two agree."""
        chat = self._chat(part.person, part.label)
        await self._allocated(chat)
        await chat.presses("Start now", on=f"for {self._story.case}")
        await self._grades(chat, range(1, self._areas + 1))
        await self._submits(chat)

    async def _allocated(self, chat: Chat) -> None:
        await chat.installs()
        await chat.sees(f"for {self._story.case}")

    async def _types_an_area(self, chat: Chat, number: int) -> None:
        await chat.types(self._grade.title.lower())
        await chat.sees(f"Area {number}: {self._grade.title}")
        for field, words in TYPED.items():
            await chat.types(f"{field}: {words}")
            await chat.sees(f"Area {number}: {field} kept")
        await chat.types("next")

    async def _grades(self, chat: Chat, numbers: range) -> None:
        for number in numbers:
            self._line.say(f"  (area {number} of {self._areas})")
            await chat.presses("Next", on=self._place(number), grade=self._grade.key, **BRIEF)

    async def _submits(self, chat: Chat) -> None:
        overall = {"overall": self._grade.key, "reason": REASON}
        await chat.presses("Submit audit", on="then submit", **overall)
        await chat.sees("You submitted it")

    async def _later(self, withdraw_for: timedelta) -> None:
        """Until the assessments can no longer be withdrawn; the next tick compares them."""
        pause = withdraw_for + timedelta(minutes=1)
        self._line.say(f"\n… {pause.total_seconds() // 60:.0f} minutes later …")
        self._wait(pause)

    async def _findings(self) -> None:
        chat = self._chat(self._story.worker, f"works on {self._story.case}")
        await chat.sees(f"What the audit of {self._story.case} found")
        await chat.presses("I've read this", on="What the audit")
        await chat.types("my work")
        await chat.sees("Your work")

    async def _coordinates(self) -> None:
        chat = self._chat(self._story.coordinator, "runs the audits")
        if len(self._story.auditors) > 1:
            await chat.sees("All grades agree")
        await chat.types("help")
        await chat.sees("What you can type")

    async def _stranger(self) -> None:
        account, name = STRANGER
        chat = Chat(self._line, account, name)
        self._line.say(f"\n━━ {name}, who is not in the staff list")
        await chat.types("my work")
        await chat.sees("in the staff list")

    def _place(self, number: int) -> str:
        """The first line of an area's card."""
        title, case = self._story.programme.title, self._story.case
        return f"{title} · {case}   {number} of {self._areas}"

    def _chat(self, person: Person, what: str) -> Chat:
        self._line.say(f"\n━━ {person.name}, {what}")
        return Chat(self._line, person.aad_object_id or person.id, person.name)
