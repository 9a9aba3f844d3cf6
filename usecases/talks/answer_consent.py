"""The worker says what the family answered (HER-05)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from domain.audits.grading import accept_words
from domain.calendar.wording import say_day
from domain.duties import DutyState
from domain.faults import Fault, NotFoundFault
from domain.refs import Ref
from domain.talks.family import CONSENT_TITLES, Agreed, Consent
from usecases.asking import Answer, Ask, verb
from usecases.audits.allocating import form_ref
from usecases.audits.scene import Scene, scene_of_audit
from usecases.showing import tell
from usecases.talks.finding import check_running
from usecases.talks.open_talks import family_seats
from usecases.talks.preparing import ANSWER_CONSENT

WORDS_LIMIT = 500
MUST_NAME = {Agreed.GIVEN, Agreed.REFUSED}


@verb(subject="consent", past="said what the family answered")
async def answer_consent(ask: Ask) -> Answer:
    """Keep the answer, who was asked and when; the auditor hears what it opens."""
    consent = await ask.uow.families.consent(ask.ref.number)
    scene = await scene_of_audit(ask.uow, ask.council, consent.audit_id) if consent else None
    if consent is None or scene is None:
        raise NotFoundFault
    check_running(scene)
    saved = await ask.uow.families.save_consent(_answered(ask, consent))
    await ask.uow.trail.record(
        ask.ref,
        "answer_consent",
        actor=ask.actor.id,
        now=ask.now,
        details={"version": saved.version, "agreed": str(saved.agreed)},
    )
    if saved.answered:
        await ask.uow.duties.close(ask.ref, DutyState.DONE, ask.now, kinds=(ANSWER_CONSENT,))
    focus = await ask.uow.focuses.of(ask.actor.id)
    if focus and focus.subject == ask.ref:
        await ask.uow.focuses.clear(ask.actor.id)
    changed = await tell_auditors(ask, scene, saved)
    title = CONSENT_TITLES[saved.agreed]
    line = f"Kept for {scene.case.ref}: {title[:1].lower()}{title[1:]}. The auditor can see it."
    return Answer(view="family_consent", about=ask.ref, changed=(ask.ref, *changed), line=line)


async def tell_auditors(ask: Ask, scene: Scene, consent: Consent) -> tuple[Ref, ...]:
    """Tell whoever hears the family where the answer is final; gives the changed subjects."""
    entry = await ask.uow.families.start(scene.audit.id)
    about = Ref("family", str(entry.id))
    seats = family_seats(scene)
    for seat in seats:
        if seat.holder and consent.answered:
            once = f"consent{consent.version}"
            await tell(ask.uow, "family_contact", about, seat.holder, now=ask.now, once=once)
    forms = [form_ref(seat.id) for seat in seats]
    return (about, *forms, *(Ref("seat", str(seat.id)) for seat in seats))


def _answered(ask: Ask, consent: Consent) -> Consent:
    """The answer as it will be kept; raises Fault where something is missing."""
    agreed, asked = _typed(ask)
    if agreed is None:
        raise Fault("Please choose what the family said. Nothing was kept.", field="agreed")
    if agreed in MUST_NAME and not asked:
        raise Fault(
            "Please say who you asked as well, for example: both parents. Nothing was kept. "
            "Or type agreed: or refused: and who you asked.",
            field="asked",
        )
    day = _day(ask)
    final = agreed is not Agreed.NO_REPLY
    return replace(
        consent,
        agreed=agreed,
        asked=asked,
        answered_on=day,
        next_chase_at=None if final else consent.next_chase_at,
    )


def _typed(ask: Ask) -> tuple[Agreed | None, str]:
    """What was chosen and who was asked; typed in one go it is "refused: both parents"."""
    for agreed in CONSENT_TITLES:
        if said := ask.typed(str(agreed)):
            return agreed, _words(said)
    known = {str(agreed): agreed for agreed in CONSENT_TITLES}
    return known.get(ask.typed("agreed")), _words(ask.typed("asked"))


def _words(text: str) -> str:
    words = accept_words("asked", text, said="line")
    if len(words) > WORDS_LIMIT:
        raise Fault(f"Please keep this to {WORDS_LIMIT} characters.", field="asked")
    return words


def _day(ask: Ask) -> date:
    try:
        day = date.fromisoformat(ask.typed("answered_on") or ask.today.isoformat())
    except ValueError as error:
        raise Fault("Please choose the day on which you asked.", field="answered_on") from error
    if day > ask.today:
        raise Fault(
            f"{say_day(day)} has not come yet. Please choose a day up to today.",
            field="answered_on",
        )
    return day
