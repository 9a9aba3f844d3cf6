"""Cards that Teams draws itself go as Teams' own, where the chat knows them."""

from __future__ import annotations

import pytest

from bot.delivery.painting import Painted, painted_of
from bot.teams.activities import CARD_TYPE, card_message
from cards.card import Card
from cards.files.file_offer import QUESTION, FileOffer
from cards.files.file_ready import INFO, FileReady
from cards.people.help import Help
from domain.delivery.message import Lane

ASKED, *_, ENDED = FileOffer.examples()


def sent(painted: Painted) -> str:
    """What Teams takes it for."""
    (attachment,) = card_message(painted.card, painted.summary, painted.enclosure)["attachments"]
    return str(attachment["contentType"])


@pytest.mark.parametrize(
    ("card", "kind"),
    [
        (ASKED, QUESTION),
        (ENDED, CARD_TYPE),
        (FileReady.examples()[0], INFO),
        (Help.examples()[0], CARD_TYPE),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_card_goes_as_what_it_is(card: Card, kind: str) -> None:
    painted = painted_of(card, Lane.BULK, files=True)
    assert sent(painted) == kind
    assert (painted.card, painted.lane) == (card.render(), Lane.BULK)


def test_where_nobody_draws_files_the_card_says_so_in_words() -> None:
    painted = painted_of(ASKED, Lane.ORDINARY, files=False)
    assert sent(painted) == CARD_TYPE
    assert "This chat cannot show that question" in str(painted.card)
    assert painted.summary == "May I put a file into your OneDrive?"
