"""Elements: strict where the package is lenient, and plain all the way down."""

from __future__ import annotations

import json
from typing import Any

import pytest

from cards import elements
from cards.elements import (
    ActionSet,
    Choice,
    ChoiceInput,
    Column,
    ColumnSet,
    Container,
    DateInput,
    Execute,
    Fact,
    FactSet,
    Node,
    NumberInput,
    OpenUrl,
    RichTextBlock,
    Root,
    ShowCard,
    SubCard,
    Table,
    TableCell,
    TableColumn,
    TableRow,
    TextBlock,
    TextInput,
    TextRun,
    TimeInput,
    ToggleInput,
    ToggleVisibility,
    to_dict,
)
from cards.elements.base import camel
from tests.cards import official

PRESS = {"id": "seat-1", "version": 2}


def build(node: type[Node], **properties: Any) -> Node:
    """As a caller without type checks would."""
    return node(**properties)


def test_it_refuses_a_property_that_it_does_not_know() -> None:
    with pytest.raises(TypeError, match="TextBlock has no wrapp"):
        build(TextBlock, text="a", wrapp=True)


def test_it_refuses_an_unknown_property_even_when_it_is_none() -> None:
    with pytest.raises(TypeError, match="TextBlock has no colour"):
        build(TextBlock, text="a", colour=None)


def test_it_refuses_the_schema_s_own_spelling() -> None:
    with pytest.raises(TypeError, match="isSubtle"):
        build(TextBlock, text="a", isSubtle=True)


def test_it_refuses_a_value_of_the_wrong_class() -> None:
    with pytest.raises(TypeError, match="wrap"):
        build(TextBlock, text="a", wrap="yes")


def test_it_refuses_a_set_in_place_of_a_list() -> None:
    with pytest.raises(TypeError, match="items"):
        build(Container, items={TextBlock(text="a")})


@pytest.mark.parametrize(
    ("node", "missing"),
    [
        (TextBlock, "text"),
        (TextInput, "error_message, id, label"),
        (ChoiceInput, "choices, error_message, id, label"),
        (Execute, "data, verb"),
        (Fact, "title, value"),
        (ShowCard, "card"),
        (Root, "body, fallback_text"),
    ],
)
def test_it_refuses_to_be_made_without_what_it_needs(node: type[Node], missing: str) -> None:
    with pytest.raises(TypeError, match=f"{node.__name__} needs {missing}"):
        build(node)


def test_none_leaves_a_property_out() -> None:
    assert to_dict(TextBlock(text="a", size=None)) == {"type": "TextBlock", "text": "a"}


def test_a_default_is_there_unless_it_is_overruled() -> None:
    assert to_dict(SubCard(body=[]))["version"] == "1.5"
    assert to_dict(SubCard(body=[], version="1.4"))["version"] == "1.4"


def test_a_property_keeps_its_python_name_for_reading() -> None:
    text = TextBlock(text="a", is_subtle=True)
    assert text.is_subtle is True
    assert text.size is None


@pytest.mark.parametrize(
    ("name", "written"),
    [("text", "text"), ("is_visible", "isVisible"), ("value_on", "valueOn"), ("id", "id")],
)
def test_names_are_written_as_in_the_schema(name: str, written: str) -> None:
    assert camel(name) == written


def test_everything_is_plain_however_deep() -> None:
    inner = RichTextBlock(inlines=[TextRun(text="words", weight="Bolder")])
    deep = Container(items=(ColumnSet(columns=(Column(width="auto", items=[inner]),)),))
    drawn = to_dict({"kept": [deep]})
    assert json.loads(json.dumps(drawn)) == drawn
    column = drawn["kept"][0]["items"][0]["columns"][0]
    assert column["items"][0]["inlines"] == [
        {"type": "TextRun", "text": "words", "weight": "Bolder"}
    ]


def test_making_it_plain_twice_gives_the_same() -> None:
    row = ActionSet(actions=[Execute(title="Go", verb="go", data=PRESS)])
    assert to_dict(row) == to_dict(row)
    assert to_dict(to_dict(row)) == to_dict(row)


def test_a_button_in_a_row_gets_a_submit_that_carries_the_verb() -> None:
    row = ActionSet(actions=[Execute(title="Go", verb="go", data=PRESS, style="positive")])
    (drawn,) = to_dict(row)["actions"]
    assert drawn["data"] == PRESS
    assert drawn["fallback"] == {
        "type": "Action.Submit",
        "title": "Go",
        "style": "positive",
        "data": {"verb": "go", "id": "seat-1", "version": 2},
    }


def test_a_button_keeps_the_fallback_that_it_has() -> None:
    mine = elements.Submit(title="Mine", data={})
    press = Execute(title="Go", verb="go", data=PRESS, fallback=mine)
    assert to_dict(ActionSet(actions=[press]))["actions"][0]["fallback"]["title"] == "Mine"


def test_a_press_on_a_container_gets_no_fallback() -> None:
    press = Execute(title="Go", verb="go", data=PRESS)
    assert "fallback" not in to_dict(Container(items=[], select_action=press))["selectAction"]


def test_a_row_does_not_change_the_button_given_to_it() -> None:
    press = Execute(title="Go", verb="go", data=PRESS)
    to_dict(ActionSet(actions=[press]))
    assert "fallback" not in to_dict(press)


def test_other_actions_in_a_row_are_left_alone() -> None:
    link = OpenUrl(title="Open in the browser", url="https://example.org/audit")
    assert to_dict(ActionSet(actions=[link]))["actions"] == [
        {
            "type": "Action.OpenUrl",
            "title": "Open in the browser",
            "url": "https://example.org/audit",
        }
    ]


def field(name: str) -> dict[str, Any]:
    return {"id": name, "label": name.capitalize(), "error_message": "Please look again."}


def test_every_element_passes_the_official_schema() -> None:
    cell = TableCell(items=[TextBlock(text="a")])
    press = Execute(title="Go", verb="go", data=PRESS)
    toggle = ToggleVisibility(title="More", target_elements=["panel"])
    body = [
        TextBlock(text="a", wrap=True, style="heading", size="Large", color="Accent", max_lines=2),
        RichTextBlock(inlines=[TextRun(text="b", italic=True)], horizontal_alignment="Left"),
        Container(id="panel", items=[], style="emphasis", bleed=True, is_visible=False),
        ColumnSet(columns=[Column(width=2, items=[]), Column(items=[])], select_action=toggle),
        FactSet(facts=[Fact(title="a", value="b")], separator=True, spacing="Large"),
        Table(columns=[TableColumn(width=1)], rows=[TableRow(cells=[cell], style="emphasis")]),
        TextInput(**field("words"), is_multiline=True, max_length=20, placeholder="p", value="v"),
        ChoiceInput(**field("one"), choices=[Choice(title="a", value="b")], style="filtered"),
        DateInput(**field("day"), value="2026-11-10", min="2026-01-01"),
        TimeInput(**field("time"), value="14:00"),
        ToggleInput(**field("tick"), title="Yes", value_on="yes", value_off="no", wrap=True),
        NumberInput(**field("count"), value=3, min=0, max=9.5, is_required=True),
        ActionSet(
            actions=[press, toggle, ShowCard(title="Form", card=SubCard(body=[]))],
            spacing="Medium",
        ),
    ]
    drawn = to_dict(Root(fallback_text="An example", body=body))
    assert official.faults(drawn) == []
