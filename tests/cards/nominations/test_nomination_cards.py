"""What the cards of nominations say, variant by variant."""

from __future__ import annotations

from dataclasses import replace

from cards.nominations.library import Library
from cards.nominations.library_entry import LibraryEntry
from cards.nominations.nomination_form import NominationForm
from cards.nominations.nomination_sent import NominationSent
from cards.nominations.nomination_to_verify import NominationToVerify
from tests.cards.walk import nodes, of_type, words

LONG = "A long story of four visits. " * 68  # just under 2,000 characters


def verbs(card: dict[str, object]) -> set[str]:
    return {str(node["verb"]) for _, node in nodes(card) if node.get("type") == "Action.Execute"}


def value(card: dict[str, object], key: str) -> str:
    (field,) = [node for _, node in of_type(card, "Input.") if node["id"] == key]
    return str(field.get("value", ""))


def test_the_form_gives_back_what_stands_in_it_whole() -> None:
    ready = NominationForm.examples()[3]
    drawn = replace(ready, reason=LONG).render()
    assert value(drawn, "reason") == LONG
    assert value(drawn, "who") == "Priya Nair"
    assert ready.missing == ()
    assert replace(ready, nominee="", seen="").missing == ("who", "seen")


def test_an_endorsement_is_offered_only_where_it_is_not_ones_own() -> None:
    drawn = [card.render() for card in NominationForm.examples()]
    offered = ["endorse_nomination" in verbs(card) for card in drawn]
    assert offered.count(True) == 1
    assert "You can endorse it" in words(drawn[offered.index(True)])
    own = next(card for card in drawn if "You have nominated" in words(card))
    assert verbs(own) >= {"nominate_apart", "drop_nomination"}


def test_an_answer_is_asked_for_only_while_a_question_is_open() -> None:
    asks = {c.state for c in NominationSent.examples() if "answer_nomination" in verbs(c.render())}
    assert asks == {"queried"}


def test_whoever_declines_is_told_kindly_what_to_fill_in() -> None:
    drawn = NominationToVerify.examples()[0].render()
    assert value(drawn, "note").startswith("Thank you for noticing this")
    assert value(drawn, "note").rstrip().endswith("because")


def test_the_tick_is_there_only_where_something_may_tell() -> None:
    ticked = {
        bool(card.telling)
        for card in NominationToVerify.examples()
        if any(node["id"] == "checked" for _, node in of_type(card.render(), "Input."))
    }
    assert ticked == {True}


def test_a_card_that_was_passed_on_shows_nothing_of_it() -> None:
    gone = NominationToVerify.examples()[-1]
    drawn = replace(gone, number="N-58").render()
    assert verbs(drawn) == set()
    assert "Priya" not in words(drawn)


def test_the_text_to_edit_is_whole_however_long_the_words_around_it() -> None:
    new = NominationToVerify.examples()[2]
    drawn = replace(new, reason=LONG, text=LONG, endorsed=new.endorsed * 9).render()
    assert value(drawn, "text") == LONG


def test_what_is_taken_out_can_be_read_no_more() -> None:
    kept, _, out = LibraryEntry.examples()
    assert kept.text in words(kept.render())
    assert kept.text not in words(out.render())
    assert verbs(out.render()) == set()


def test_pages_lead_to_those_beside_them() -> None:
    first, last, none, _, near = Library.examples()
    assert "these come near" in words(near.render())
    assert "Earlier ones" in words(first.render())
    assert "Newer ones" not in words(first.render())
    assert "Newer ones" in words(last.render())
    assert verbs(none.render()) == set()
