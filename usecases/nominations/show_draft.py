"""What was kept lately, ready to be copied into the newsletter (LEI-40, SEF-38)."""

from __future__ import annotations

from datetime import timedelta

from cards.nominations.newsletter_draft import NewsletterDraft
from domain.delivery.message import Doubt
from domain.nominations.entry import Search
from domain.nominations.verifying import rule_of
from usecases.nominations.areas import areas_of
from usecases.nominations.show_library import library_name
from usecases.showing import Look, shows

VIEW = "newsletter_draft"
LATELY = timedelta(days=92)
MOST = 12


@shows(VIEW, doubt=Doubt.LET_BE)
async def show_newsletter_draft(look: Look) -> NewsletterDraft | None:
    """For those who verify good practice or run cycles; None for anybody else."""
    rules = [rule for rule in look.council.framework.nominations if rule.on]
    roles = frozenset(role for rule in rules for role in rule.verified_by)
    mine = look.reader.holds(roles) or look.council.coordinates(look.reader)
    if not mine or look.about.key != look.reader.id:
        return None
    found = await look.uow.library.find(Search(), first=0, limit=MOST)
    since = look.today - LATELY
    areas = {area.key: area.name for area in areas_of(look.council.framework)}
    lately = [entry for entry in found.entries if entry.kept_on >= since]
    names = [await look.uow.people.get(entry.nominee) if entry.named else None for entry in lately]
    return NewsletterDraft(
        ref=look.about,
        version=1,
        name=library_name(look.council),
        since=since,
        pieces=tuple(
            (
                ", ".join(
                    part
                    for part in (
                        rule_of(look.council.framework, entry.rule).title,
                        areas.get(entry.area, ""),
                        entry.service,
                        person.name if person else "",
                    )
                    if part
                ),
                entry.text,
            )
            for entry, person in zip(lately, names, strict=True)
        ),
        notice=look.notice or None,
    )
