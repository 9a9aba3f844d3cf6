"""Words that work everywhere, and what is said to words that mean nothing."""

from __future__ import annotations

from datetime import date

import pytest

from cards.people.did_you_mean import DidYouMean
from dialogs.commands.command import TwoCommandsError, command, command_words, commands
from dialogs.forms.form import TwoFormsError, typed_on
from dialogs.heard import Heard, Reply
from tests.dialogs.transcript import draft_of, grading, pair, said, talk
from tests.town import Town


@pytest.mark.parametrize(
    ("typed", "answer"),
    [
        ("my work", "Your work"),
        ("My Work.", "Your work"),
        ("my wrok", "Your work"),
        ("audit", "Your work"),
        ("help", "Everything"),
        ("?", "Everything"),
        ("who am I", "Ada Byrne"),
        ("hello", "Ada"),
        ("thanks!", "Thank you."),
        ("where am i", "No form is open. Type my work to see what is waiting."),
        ("cancel", "No form is open, so there is nothing to cancel."),
        ("close", "Closed."),
    ],
)
async def test_a_command_is_answered(herefordshire: Town, typed: str, answer: str) -> None:
    reply = said(await herefordshire.chat("ada").says(typed))
    assert answer.casefold() in reply.casefold()


@pytest.mark.parametrize("word", sorted(command_words()))
async def test_every_word_of_every_command_leads_on(herefordshire: Town, word: str) -> None:
    reply = await herefordshire.chat("ada").says(word)
    assert reply.line or reply.card


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("show me my work", "my work"),
        ("help me please", "help"),
        ("who am I again", "who am i"),
        ("where am I now then", "where am i"),
    ],
)
async def test_words_that_look_like_a_command_are_asked_about(
    herefordshire: Town, typed: str, meant: str
) -> None:
    reply = await herefordshire.chat("ada").says(typed)
    assert isinstance(reply.card, DidYouMean)
    assert meant in reply.card.suggestions


@pytest.mark.parametrize("typed", ["xyzzy", "😀", "...", "what a lovely day in the park", "\u200b"])
async def test_words_that_mean_nothing_get_a_way_on(herefordshire: Town, typed: str) -> None:
    reply = await herefordshire.chat("ada").says(typed)
    assert isinstance(reply.card, DidYouMean)
    assert "Help" in said(reply)
    assert "Nothing has been changed or sent." in said(reply)


@pytest.mark.parametrize(
    "typed",
    [
        "Help was given by the school nurse",
        "My work with the family went on",
        "Close supervision made a difference",
        "Next steps are clear to the family",
        "Submit was late but the plan is sound",
        "Cancel visits less often than before",
    ],
)
async def test_a_command_inside_a_text_is_text(herefordshire: Town, typed: str) -> None:
    """A word counts only where it is the whole message."""
    ada = await grading(herefordshire)
    await talk(ada, (typed, "Area 1: evidence kept."))
    assert (await draft_of(ada)).area(1).evidence == typed


async def test_a_command_as_the_whole_message_is_never_evidence(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(
        ada,
        ("help", "Everything I can do"),
        ("my work", "Grade C-23087"),
        ("who am i", "Ada Byrne"),
        ("good", "Area 1: Good."),
    )
    assert (await draft_of(ada)).area(1).evidence == ""


async def test_cancel_asks_first_and_close_keeps_the_draft(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(
        ada,
        ("good", "Area 1: Good."),
        ("cancel", "Your draft is saved and stays. Type close to put the form away"),
        ("inadequate", "Area 1: Inadequate."),
        ("close", "Closed. Your draft is kept"),
        ("where am I", "No form is open."),
        ("start", "Here is C-23087"),
        ("where am I", "area 1 of 6"),
    )
    assert (await draft_of(ada)).area(1).grade == "inadequate"


async def test_after_close_words_go_to_no_form(herefordshire: Town) -> None:
    ada = await grading(herefordshire)
    await talk(ada, ("close", "Closed."))
    before = await draft_of(ada)
    await ada.says("The child was seen alone in each visit")
    assert await draft_of(ada) == before


async def test_open_and_a_number_opens_that_line(herefordshire: Town) -> None:
    ada = await pair(herefordshire)
    await herefordshire.audit("C-23145", date(2026, 11, 30), lead="tess", peer="ada")
    await ada.press("accept_audit")
    await talk(
        ada,
        ("open 2", "Grade C-23145: here it is."),
        ("open 1", "Answer C-23087: here it is."),
        ("1", "Answer C-23087: here it is."),
        ("open 9", "There is no line 9: your work has lines 1 to 2."),
        ("0", "There is no line 0"),
    )


async def test_without_work_there_is_no_line_to_open(herefordshire: Town) -> None:
    await talk(herefordshire.chat("otto"), ("1", "There is no line 1: your work has no lines."))


@pytest.mark.parametrize("typed", ["C-23087", "c-23087", "open C-23087", "audit C-23087."])
async def test_a_reference_opens_ones_own_part(herefordshire: Town, typed: str) -> None:
    ada = await pair(herefordshire)
    await talk(ada, (typed, "Answer C-23087: here it is."))
    assert ada.kinds == ["audit_allocated", "audit_allocated"]


async def test_a_reference_of_others_opens_nothing(herefordshire: Town) -> None:
    await pair(herefordshire)
    otto = herefordshire.chat("otto")
    await talk(otto, ("C-23087", "Nothing of yours is open for C-23087. Type my work."))
    assert otto.kinds == []


async def test_start_says_when_nothing_waits(herefordshire: Town) -> None:
    await talk(herefordshire.chat("otto"), ("start", "No audit is waiting for you"))


async def test_start_takes_the_newest_card_and_asks_where_that_is_done(
    herefordshire: Town,
) -> None:
    for day, ref in ((26, "C-23101"), (27, "C-23145")):
        await herefordshire.audit(ref, date(2026, 11, day), lead="tess", peer="ada")
    ada = await pair(herefordshire)
    await talk(ada, ("start", "Here is C-23087"))
    await ada.grades(*["good"] * 6, overall="good")
    await talk(ada, ("start", "Several audits are waiting. Which one?"), ("1", "Answer C-23101"))


def test_two_commands_cannot_have_the_same_word() -> None:
    async def another(heard: Heard, groups: tuple[str, ...]) -> Reply:
        return Reply(line=f"{heard.text}{groups}")

    assert "help" in commands()
    with pytest.raises(TwoCommandsError, match=r"\['help'\] already belong"):
        command("help", "assist me")(another)


def test_a_card_cannot_have_two_forms() -> None:
    async def another(_: object) -> None:
        """Never called."""

    with pytest.raises(TwoFormsError, match="'grading' has two forms"):
        typed_on("grading")(another)
