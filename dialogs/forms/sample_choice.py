"""Typing the records of a sample."""

from __future__ import annotations

from cards.audits.sample_choice import SampleChoice
from dialogs.forms.form import Form, Question, typed_on
from usecases.showing import Look, look_at


@typed_on("sample_choice")
async def sample_choice(look: Look) -> Form | None:
    """``records: C-23087, C-23101``."""
    card = await look_at("sample_choice", look)
    if not isinstance(card, SampleChoice):
        return None
    return Form(
        title=card.programme,
        ref=card.ref,
        version=card.version,
        questions=(
            Question(key="records", ask="The records", names=("records",), named_only=True),
        ),
        keep="choose_sample",
        progress=f"{card.case}: which records?",
        hint="Type records: and their references.",
    )
