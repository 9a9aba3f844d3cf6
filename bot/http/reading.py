"""The body of a request, read strictly where we use it and leniently where we do not."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)
from pydantic.alias_generators import to_camel
from pydantic_core import from_json

from bot.http.refusals import MalformedError

LARGEST_BODY = 256 * 1024
DEEPEST = 32

# ids come back in addresses, rows and logs: printable and bounded
Word = Annotated[str, StringConstraints(max_length=512, pattern=r"^[^\x00-\x1f\x7f]*$")]
Id = Annotated[Word, StringConstraints(min_length=1)]


class _Part(BaseModel):
    model_config = ConfigDict(
        strict=True, extra="ignore", frozen=True, alias_generator=to_camel, populate_by_name=True
    )


class Account(_Part):
    """A person or the bot."""

    id: Id
    name: str | None = None
    aad_object_id: Word | None = None


class Chat(_Part):
    """Where it happened."""

    id: Id
    conversation_type: Word | None = None
    tenant_id: Word | None = None


class Tenant(_Part):
    """A Microsoft 365 organisation."""

    id: Word | None = None


class ChannelData(_Part):
    """What Teams adds."""

    tenant: Tenant | None = None


class Mentioned(_Part):
    """Who is named."""

    id: str | None = None


class Entity(_Part):
    """Something in the text; we look at mentions only."""

    type: str | None = None
    text: str | None = None
    mentioned: Mentioned | None = None


class Attachment(_Part):
    """Something that comes with a message; we look at files only."""

    content_type: str | None = None
    content: Any = None
    name: str | None = None


class Activity(_Part):
    """The parts of a Bot Framework activity that we use."""

    type: Id
    id: Id | None = None
    channel_id: Id
    service_url: Id
    sender: Account = Field(alias="from")
    conversation: Chat
    recipient: Account
    text: str | None = None
    value: Any = None
    name: Id | None = None
    reply_to_id: Word | None = None
    action: Word | None = None
    members_added: list[Account] | None = None
    members_removed: list[Account] | None = None
    channel_data: ChannelData | None = None
    entities: list[Entity] | None = None
    attachments: list[Attachment] | None = None
    locale: Word | None = None

    @model_validator(mode="after")
    def _whole(self) -> Activity:
        if self.type == "message" and self.id is None:
            raise ValueError("A message needs an id.")
        if self.type == "invoke" and self.name is None:
            raise ValueError("An invoke needs a name.")
        needs_object = self.type in ("message", "invoke")
        if needs_object and self.value is not None and not isinstance(self.value, dict):
            raise ValueError("The value is not an object.")
        return self

    @property
    def tenants(self) -> frozenset[str]:
        """Every tenant that the activity names; more than one is never right."""
        tenant = self.channel_data.tenant if self.channel_data else None
        named = (tenant.id if tenant else None, self.conversation.tenant_id)
        return frozenset(name for name in named if name)


def read(body: bytes) -> Activity:
    """The activity in a request's body; raises MalformedError with a sentence for the caller."""
    try:
        document = from_json(body, allow_inf_nan=False)
    except ValueError:
        raise MalformedError("json", said="The body is not JSON.") from None
    if not isinstance(document, dict):
        raise MalformedError("shape", said="The body is not a JSON object.")
    if _deeper_than(DEEPEST, document):
        raise MalformedError("depth", said=f"The body is nested more than {DEEPEST} levels deep.")
    try:
        return Activity.model_validate(document)
    except ValidationError as error:
        raise MalformedError("shape", said=_sentence(error)) from None


def _deeper_than(limit: int, document: object) -> bool:
    """Level by level, so that depth costs no stack."""
    level = [document]
    for _ in range(limit):
        level = [child for node in level for child in _children(node)]
        if not level:
            return False
    return True


def _children(node: object) -> Iterable[object]:
    if isinstance(node, dict):
        return node.values()
    return node if isinstance(node, list) else ()


def _sentence(error: ValidationError) -> str:
    """Names the first field that is wrong, never what stood in it."""
    first = error.errors(include_url=False, include_context=False, include_input=False)[0]
    where = ".".join(map(str, first["loc"]))
    what = first["msg"].removeprefix("Value error, ")
    return f"{where}: {what}." if where else what
