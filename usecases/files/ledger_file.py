"""The ledger of one response as a workbook: the proof of who had it when (SEF-08, SOM-42)."""

from __future__ import annotations

from functools import partial

from domain.refs import Ref
from usecases.asking import Answer, Ask, verb
from usecases.files.kinds import Contents, makes
from usecases.files.offering import ASKED, offer_file
from usecases.responses.ledger import proof_of
from usecases.responses.show_immediate_response import shown_matter
from usecases.showing import Look

KIND = "ledger"


@makes(KIND)
async def ledger_contents(look: Look) -> Contents | None:
    """Times and people, never what anybody wrote; None for whoever is no party to it."""
    matter = await shown_matter(look)
    if matter is None:
        return None
    found = await proof_of(matter)
    number = matter.response.number
    return Contents(
        stem=f"ledger-{number}",
        ending="xlsx",
        says=f"The ledger of {number}: everybody with their times, and every step.",
        lines=len(found["people"]) + len(found["lines"]),
        write=partial(look.council.write_ledger, found),
        handed=partial(matter.record, "export_ledger", actor=look.reader.id),
    )


@verb(subject="response", past="asked for the ledger as a file", again="response_ledger")
async def get_ledger_file(ask: Ask) -> Answer:
    """The question below; the ledger stays."""
    await offer_file(ask, KIND, ask.ref)
    about = Ref("ledger", ask.ref.key)
    return Answer(view="response_ledger", about=about, notice=ASKED, line=ASKED)
