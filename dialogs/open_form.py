"""Which form typed words go to."""

from __future__ import annotations

from dialogs.forms.form import Form, forms
from dialogs.heard import Heard


async def open_form(heard: Heard) -> Form | None:
    """The form that the person opened last and that still stands."""
    focus = await heard.uow.focuses.of(heard.actor.id)
    if focus is None or focus.kind not in forms():
        return None
    return await forms()[focus.kind](heard.look(focus.subject))


async def newest_form(heard: Heard) -> Form | None:
    """The newest card in the chat on which something may be typed."""
    delivery = await heard.uow.outbox.latest(heard.actor.id, tuple(forms()))
    if delivery is None:
        return None
    return await forms()[delivery.kind](heard.look(delivery.subject))
