"""Elements of an Adaptive Card 1.5, strict, on top of the package ``adaptivecards``."""

from cards.elements.actions import (
    Action,
    ActionSet,
    Execute,
    OpenUrl,
    ShowCard,
    SubCard,
    Submit,
    ToggleVisibility,
)
from cards.elements.base import Element, Node, Spacing, to_dict
from cards.elements.inputs import (
    Choice,
    ChoiceInput,
    DateInput,
    Input,
    NumberInput,
    TextInput,
    TimeInput,
    ToggleInput,
)
from cards.elements.layout import (
    Column,
    ColumnSet,
    Container,
    Fact,
    FactSet,
    Table,
    TableCell,
    TableColumn,
    TableRow,
)
from cards.elements.root import Refresh, Root
from cards.elements.text import RichTextBlock, TextBlock, TextRun

__all__ = [
    "Action",
    "ActionSet",
    "Choice",
    "ChoiceInput",
    "Column",
    "ColumnSet",
    "Container",
    "DateInput",
    "Element",
    "Execute",
    "Fact",
    "FactSet",
    "Input",
    "Node",
    "NumberInput",
    "OpenUrl",
    "Refresh",
    "RichTextBlock",
    "Root",
    "ShowCard",
    "Spacing",
    "SubCard",
    "Submit",
    "Table",
    "TableCell",
    "TableColumn",
    "TableRow",
    "TextBlock",
    "TextInput",
    "TextRun",
    "TimeInput",
    "ToggleInput",
    "ToggleVisibility",
    "to_dict",
]
