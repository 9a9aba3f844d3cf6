"""The card itself: mentions, refreshing, width."""

from __future__ import annotations

import pytest

from cards.card import Json
from cards.elements import (
    ActionSet,
    Column,
    ColumnSet,
    Container,
    Element,
    Execute,
    Fact,
    Mention,
    Refresh,
    RichTextBlock,
    Root,
    ShowCard,
    SubCard,
    TextBlock,
    TextInput,
    TextRun,
    to_dict,
)
from tests.cards import official

ADA = Mention(user_id="29:1abc", name="Ada Byrne")
OPEN = Execute(title="Refresh", verb="open_work", data={"id": "person-ada", "version": 1})
FIELD = TextInput(id="words", label="Words", error_message="Please look again.")


def drawn(*body: Element, refresh: Refresh | None = None) -> Json:
    card = to_dict(Root(fallback_text="An example", body=list(body), refresh=refresh))
    assert isinstance(card, dict)
    assert official.faults(card) == []
    return card


def naming(*people: Mention) -> TextBlock:
    text = " and ".join(person.tag for person in people)
    return TextBlock(text=f"For {text}", wrap=True, mentions=list(people))


def test_a_card_names_nobody_to_teams_by_itself() -> None:
    assert "msteams" not in drawn(TextBlock(text="For Ada"))


def test_a_mention_stands_in_the_text_and_on_the_card() -> None:
    card = drawn(Container(items=[ColumnSet(columns=[Column(items=[naming(ADA)])])]))
    assert card["msteams"] == {
        "entities": [
            {
                "type": "mention",
                "text": "<at>Ada Byrne</at>",
                "mentioned": {"id": "29:1abc", "name": "Ada Byrne"},
            }
        ]
    }
    block = card["body"][0]["items"][0]["columns"][0]["items"][0]
    assert block == {"type": "TextBlock", "text": "For <at>Ada Byrne</at>", "wrap": True}


def test_somebody_mentioned_twice_is_one_entity() -> None:
    mo = Mention(user_id="aad-mo", name="Mo Winter")
    again = Mention(user_id="29:1abc", name="Ada Byrne")
    entities = drawn(naming(ADA, mo), naming(again))["msteams"]["entities"]
    assert [entity["mentioned"]["id"] for entity in entities] == ["29:1abc", "aad-mo"]


def test_two_people_cannot_be_meant_by_the_same_tag() -> None:
    other = Mention(user_id="29:2def", name="Ada Byrne")
    with pytest.raises(ValueError, match="name two people each"):
        drawn(naming(ADA), naming(other))


@pytest.mark.parametrize("text", ["<at>Ada Byrne</at>", "a < AT id='0'>x", "x </at>", "<At>x</aT>"])
def test_text_cannot_hold_a_tag_that_no_mention_made(text: str) -> None:
    with pytest.raises(ValueError, match="that nobody made"):
        TextBlock(text=text)
    with pytest.raises(ValueError, match="that nobody made"):
        TextBlock(text=f"For {ADA.tag} {text.replace('Ada Byrne', 'Mo')}", mentions=[ADA])
    with pytest.raises(ValueError, match="that nobody made"):
        Fact(title="Who", value=text)


def test_a_mention_needs_its_tag_in_the_text() -> None:
    with pytest.raises(ValueError, match="does not stand in the text"):
        TextBlock(text="For Ada Byrne", mentions=[ADA])


@pytest.mark.parametrize("name", ["", "  ", "A</at>", "*A*", "[a](b)", "A\nB", "@all", "a:b"])
def test_a_name_that_is_more_than_a_name_is_refused(name: str) -> None:
    with pytest.raises(ValueError, match="cannot stand in a mention"):
        Mention(user_id="29:1", name=name)


@pytest.mark.parametrize("user_id", ["", "29: 1"])
def test_a_mention_needs_somebody(user_id: str) -> None:
    with pytest.raises(ValueError, match="no id of a user"):
        Mention(user_id=user_id, name="Ada")


def test_what_people_wrote_is_no_mention_even_beside_one() -> None:
    quoted = RichTextBlock(inlines=[TextRun(text="a <at>Ada Byrne</at> < b")])
    card = drawn(naming(ADA), quoted)
    assert card["body"][1]["inlines"][0]["text"] == "a \u2039at>Ada Byrne\u2039/at> < b"


def test_people_s_words_stay_as_they_are_on_a_card_without_mentions() -> None:
    quoted = RichTextBlock(inlines=[TextRun(text="<at>Ada Byrne</at>")])
    assert drawn(quoted)["body"][0]["inlines"][0]["text"] == "<at>Ada Byrne</at>"


def test_a_card_refreshes_for_the_people_named() -> None:
    refresh = Refresh(action=OPEN, user_ids=["29:1abc"])
    card = drawn(TextBlock(text="a"), refresh=refresh)
    assert card["refresh"]["userIds"] == ["29:1abc"]
    assert card["refresh"]["action"]["verb"] == "open_work"


def test_a_card_refreshes_for_60_people_at_most() -> None:
    assert Refresh(action=OPEN, user_ids=[f"29:{n}" for n in range(60)])
    with pytest.raises(ValueError, match="for 60 people at most, not 61"):
        Refresh(action=OPEN, user_ids=[f"29:{n}" for n in range(61)])


@pytest.mark.parametrize(
    "form",
    [
        FIELD,
        Container(items=[FIELD]),
        ActionSet(actions=[ShowCard(title="Form", card=SubCard(body=[FIELD]))]),
    ],
)
def test_a_card_with_inputs_does_not_refresh(form: Element) -> None:
    refresh = Refresh(action=OPEN, user_ids=[])
    with pytest.raises(ValueError, match=r"with inputs \(words\) must not refresh"):
        drawn(TextBlock(text="a"), form, refresh=refresh)
    assert drawn(form)


def test_a_card_is_as_wide_as_the_chat_only_where_asked() -> None:
    wide = to_dict(Root(fallback_text="An example", body=[naming(ADA)], width="Full"))
    assert (wide["msteams"]["width"], len(wide["msteams"]["entities"])) == ("Full", 1)
    assert "width" not in wide
