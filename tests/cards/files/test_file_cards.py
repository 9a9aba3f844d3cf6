"""Teams' own cards where it has one, and ours where it has none."""

from __future__ import annotations

import pytest

from cards.enclosing import Enclosing
from cards.files.file_offer import FileOffer, Step
from cards.files.file_ready import FileReady
from tests.cards.walk import buttons, words

ASKED, *ENDS = FileOffer.examples()
BOOK, CALENDAR = FileReady.examples()


def test_an_open_question_goes_as_teams_own_card_of_consent() -> None:
    assert ASKED.enclosure() == {
        "contentType": "application/vnd.microsoft.teams.card.file.consent",
        "name": "actions-2026-11-21.xlsx",
        "content": {
            "description": "16 actions of your tracker, and the counts by team.",
            "sizeInBytes": 7440,
            "acceptContext": {"id": "file-12"},
            "declineContext": {"id": "file-12"},
        },
    }


@pytest.mark.parametrize("end", ENDS, ids=lambda end: end.step.name)
def test_whatever_became_of_it_takes_the_place_of_the_question(end: FileOffer) -> None:
    assert end.enclosure() is None
    over = end.step in {Step.LANDED, Step.DECLINED, Step.FAILED, Step.ENDED}
    assert bool(buttons(end.render())) == over
    assert "actions-2026-11-21\n" in words(end.render())


def test_a_file_that_is_there_goes_as_teams_own_card_of_a_file() -> None:
    assert CALENDAR.enclosure() == {
        "contentType": "application/vnd.microsoft.teams.card.file.info",
        "contentUrl": "https://council.example/actions-2026-11-21.xlsx",
        "name": "duties-2026-11-21.ics",
        "content": {"uniqueId": "1150d938", "fileType": "ics"},
    }
    assert "council.example" not in repr(BOOK)


def test_both_say_that_teams_draws_them() -> None:
    assert isinstance(ASKED, Enclosing)
    assert isinstance(BOOK, Enclosing)
