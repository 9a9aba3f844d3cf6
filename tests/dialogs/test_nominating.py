"""A nomination out of a sentence."""

from __future__ import annotations

import pytest

from dialogs.nominating import nomination_in
from usecases.nominations.beginning import Said

BOOK = "the life-story book she made"


@pytest.mark.parametrize(
    ("typed", "who", "reason", "seen"),
    [
        (f"nominate Ada Byrne for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"Nominate Ada Byrne for {BOOK}.", "Ada Byrne", f"{BOOK}.", ""),
        (f"I'd like to nominate Ada Byrne for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"I\u2019d like to nominate Ada because {BOOK}", "Ada", BOOK, ""),
        (f"can I nominate Ada Byrne, for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"please nominate Ada Byrne: {BOOK}", "Ada Byrne", BOOK, ""),
        (f"nomination: Ada Byrne, for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"Nomination - Ada Byrne - {BOOK}", "Ada Byrne", BOOK, ""),
        (f"nomination for Ada Byrne for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"I want to put Ada Byrne forward for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"make a nomination for Ada Byrne for {BOOK}", "Ada Byrne", BOOK, ""),
        (f"nominate <at>Ada Byrne</at> for {BOOK}", "Ada Byrne", BOOK, ""),
        ("nominate Ada Byrne who stayed late", "Ada Byrne", "stayed late", ""),
        ("nominate Ada Byrne", "Ada Byrne", "", ""),
        ("nominate", "", "", ""),
        ("I'd like to nominate someone", "", "", ""),
        (f"I'd like to nominate someone for {BOOK}", "", BOOK, ""),
        (f"nominate Ada for {BOOK}, seen in supervision", "Ada", BOOK, "in supervision"),
        (f"nominate Ada for {BOOK} (seen at a team meeting)", "Ada", BOOK, "at a team meeting"),
        ("nominate Ada for how she was seen at court", "Ada", "how she was seen at court", ""),
        (
            "nominate Ada Byrne for work with Tom; for Li: too",
            "Ada Byrne",
            "work with Tom; for Li: too",
            "",
        ),
        ("nominate Ada for  two\nlines", "Ada", "two\nlines", ""),
    ],
)
def test_what_a_sentence_gives(typed: str, who: str, reason: str, seen: str) -> None:
    assert nomination_in(typed) == Said(who=who, reason=reason, seen=seen)


@pytest.mark.parametrize(
    "typed",
    ["my work", "The nominated carer was late", "He was nominated for a prize", "nominations", ""],
)
def test_other_sentences_are_no_nomination(typed: str) -> None:
    assert nomination_in(typed) is None
