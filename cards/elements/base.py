"""What every element of a card is: strict in its properties, and a plain dict in the end."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping, Sequence
from typing import (
    Any,
    ClassVar,
    Literal,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from adaptivecards.baseobject import BareObject, PropertyType

Spacing = Literal["None", "Small", "Medium", "Large"]


_LEAVES = (str, int, float, type(None))  # most of a card: a tuple is asked faster than a union


def camel(name: str) -> str:
    """``is_visible`` as the schema writes it: ``isVisible``."""
    first, *rest = name.strip("_").split("_")
    return first + "".join(word.capitalize() for word in rest)


def _classes(hint: Any) -> Iterator[type]:
    """The classes that a value of this annotation may have."""
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        for part in get_args(hint):
            yield from _classes(part)
    elif origin is Literal:
        yield from {type(value) for value in get_args(hint)}
    elif origin is Sequence:
        yield from (list, tuple)
    else:
        yield origin or hint


@dataclass_transform(kw_only_default=True)
class Node(BareObject):  # type: ignore[misc]  # the package has no annotations
    """A part of a card, declared like a dataclass.

    The package drops a property that it does not know without a word; here that is a TypeError,
    as are a value of the wrong class and a property that is missing. None leaves a property out.
    """

    element_type: ClassVar[str] = ""
    _defaults: ClassVar[Mapping[str, object]] = {}
    _set: ClassVar[Mapping[str, object]] = {}
    _required: ClassVar[frozenset[str]] = frozenset()
    _takes: ClassVar[Mapping[str, tuple[str, tuple[type, ...]]]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        hints = get_type_hints(cls)
        own = [name for name in vars(cls).get("__annotations__", {}) if _is_property(hints[name])]
        defaults = {name: vars(cls)[name] for name in own if name in vars(cls)}
        cls._required = (cls._required | set(own)) - defaults.keys()
        cls._defaults = {**cls._defaults, **defaults}
        takes = {name: (camel(name), tuple(_classes(hints[name]))) for name in own}
        cls._takes = {**cls._takes, **takes}
        cls._set = {name: value for name, value in cls._defaults.items() if value is not None}
        for name, (key, classes) in takes.items():
            setattr(cls, name, PropertyType(classes, key))

    def __init__(self, **properties: object) -> None:
        self._refuse(properties)
        super().__init__()
        # as the package's own properties do, without their way through setattr
        for name, value in (*self._set.items(), *properties.items()):
            key, classes = self._takes[name]
            if value is None:
                self._data.pop(key, None)
                continue
            if not isinstance(value, classes):
                raise TypeError(f"{key} must be of type(s) {classes} (got {value!r})")
            self._data[key] = value
        self.check()

    def _refuse(self, properties: Mapping[str, object]) -> None:
        kind = type(self).__name__
        if unknown := properties.keys() - self._takes.keys():
            raise TypeError(f"{kind} has no {', '.join(sorted(unknown))}")
        missing = [name for name in self._required if properties.get(name) is None]
        if missing:
            raise TypeError(f"{kind} needs {', '.join(sorted(missing))}")

    def check(self) -> None:
        """Refuse what the classes of the values cannot; raises ValueError."""

    def held(self) -> list[Any]:
        """The values that may be or hold other Nodes."""
        return [value for value in self._data.values() if isinstance(value, _HOLDERS)]

    def properties(self) -> dict[str, Any]:
        """What was set, by the schema's names, not yet plain."""
        return dict(self._data)


def _is_property(hint: Any) -> bool:
    return get_origin(hint) is not ClassVar


_HOLDERS = (Node, list, tuple)


class Element(Node):
    """Something in the body of a card."""

    id: str | None = None
    is_visible: bool | None = None
    separator: bool | None = None
    spacing: Spacing | None = None
    height: Literal["auto", "stretch"] | None = None


def inside(value: Any) -> Iterator[Node]:
    """Every Node in the value, however deep, in reading order, each before what it holds."""
    waiting = [value]
    while waiting:  # a loop, not a recursion: every card is walked when it is made
        part = waiting.pop()
        if isinstance(part, Node):
            yield part
            waiting.extend(reversed(part.held()))
        elif isinstance(part, list | tuple):
            waiting.extend(reversed(part))


def to_dict(value: Any) -> Any:
    """The value with every Node in it as a plain dict, however deep.

    The only way out: the package's own ``render()`` leaves objects inside, which the bot's
    library sends as empty ones without an error.
    """
    if isinstance(value, _LEAVES):
        return value
    if isinstance(value, Node):
        plain: dict[str, Any] = {"type": value.element_type} if value.element_type else {}
        for key, part in value.properties().items():
            plain[key] = part if isinstance(part, _LEAVES) else to_dict(part)
        return plain
    if isinstance(value, Mapping):
        return {key: to_dict(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [to_dict(part) for part in value]
    return value
