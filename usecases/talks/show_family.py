"""The question to the family for the worker, and the family's part for the auditor."""

from __future__ import annotations

from dataclasses import replace

from cards.talks.family_consent import FamilyConsent
from cards.talks.family_contact import FamilyContactCard, State, VoiceLine
from domain.audits.audit import Seat
from domain.frameworks.meeting import FamilyContact
from domain.refs import Ref
from domain.talks.family import (
    CONSENT_TITLES,
    Agreed,
    Consent,
    FamilyEntry,
    FamilyStep,
    family_rule,
    family_step,
)
from domain.voices.rules import called, in_order
from domain.voices.voice import SPEAKERS, Voice, VoiceState
from usecases.audits.holding import holds_seat
from usecases.audits.scene import Scene, holders_of, scene_of_audit
from usecases.showing import Look, shows
from usecases.standing import stands_for
from usecases.talks.open_talks import family_seats
from usecases.voices.settling import another

STEPS: dict[FamilyStep, State] = {
    FamilyStep.LOCKED: "locked",
    FamilyStep.OPEN: "open",
    FamilyStep.REASON_ONLY: "reason_only",
    FamilyStep.DONE: "done",
}


HEARD = {
    VoiceState.DRAFT: "Not kept yet",
    VoiceState.HEARD: "Heard",
    VoiceState.MISSED: "Not heard",
}


@shows("family_consent")
async def show_family_consent(look: Look) -> FamilyConsent | None:
    """The question, for the worker on the record or their cover; None for anybody else."""
    consent = await look.uow.families.consent(look.about.number)
    scene = await scene_of_audit(look.uow, look.council, consent.audit_id) if consent else None
    rule = family_rule(scene.programme) if scene else None
    if consent is None or scene is None or rule is None:
        return None
    if not await stands_for(look.uow, look.reader, consent.worker, look.today):
        return None
    answered = consent.agreed is not Agreed.WAITING
    return FamilyConsent(
        ref=look.about,
        version=consent.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        auditor=await _auditor(look, family_seats(scene)),
        today=look.today,
        whom=rule.whom,
        answer=CONSENT_TITLES[consent.agreed] if answered else "",
        asked=consent.asked,
        answered_on=consent.answered_on,
        final=consent.answered,
        reminder=consent.chased,
        values=look.typed,
        notice=look.notice or None,
    )


async def _auditor(look: Look, seats: tuple[Seat, ...]) -> str:
    people = await holders_of(look.uow, seats)
    return next((person.name for person in people.values()), "The auditor")


@shows("family_contact")
async def show_family_contact(look: Look) -> FamilyContactCard | None:
    """The family's part, for whoever hears them or covers; None for anybody else."""
    entry = await look.uow.families.get(look.about.number)
    scene = await scene_of_audit(look.uow, look.council, entry.audit_id) if entry else None
    rule = family_rule(scene.programme) if scene else None
    if entry is None or scene is None or rule is None:
        return None
    seats = family_seats(scene)
    if not any([await holds_seat(look.uow, look.reader, seat, look.today) for seat in seats]):
        return None
    consent = await look.uow.families.consent_of(scene.audit.id)
    return await _card(look, scene, rule, entry, consent)


async def _card(
    look: Look, scene: Scene, rule: FamilyContact, entry: FamilyEntry, consent: Consent | None
) -> FamilyContactCard:
    answered = consent is not None and consent.agreed is not Agreed.WAITING
    worker = await look.uow.people.get(consent.worker) if consent and consent.worker else None
    voices = await look.uow.voices.of_audit(scene.audit.id)
    return FamilyContactCard(
        ref=Ref("family", str(entry.id)),
        version=entry.version,
        case=scene.case.ref,
        programme=scene.programme.title,
        state=STEPS[family_step(rule, entry, consent)],
        how=rule.how,
        worker=worker.name if worker else "",
        worker_first=rule.consent == "worker_first",
        may_hear=family_step(rule, replace(entry, heard=None), consent) is FamilyStep.OPEN,
        consent=CONSENT_TITLES[consent.agreed] if consent and answered else "",
        asked=consent.asked if consent else "",
        answered_on=consent.answered_on if consent else None,
        whom=rule.whom,
        speakers=tuple((str(speaker), title) for speaker, title in SPEAKERS.items()),
        voices=tuple(_line(voice) for voice in in_order(voices)),
        another=another(rule, voices),
        reasons=tuple((reason.key, reason.title) for reason in rule.reasons),
        questions=rule.questions,
        help_offered=rule.help_offered,
        adults=rule.adults,
        outcome=_outcome(rule, entry),
        words=entry.words,
        values=look.typed,
        notice=look.notice or None,
    )


def _line(voice: Voice) -> VoiceLine:
    return VoiceLine(
        ref=Ref("voice", str(voice.id)),
        version=voice.version,
        text=called(voice),
        state=HEARD.get(voice.state, ""),
    )


def _outcome(rule: FamilyContact, entry: FamilyEntry) -> str:
    if entry.heard is None:
        return ""
    if entry.heard:
        return f"Heard: {entry.who}"
    titles = {reason.key: reason.title for reason in rule.reasons}
    return f"Not heard: {titles.get(entry.reason, entry.reason)}"
