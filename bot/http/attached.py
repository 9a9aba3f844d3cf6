"""The files among what comes with a message; whatever is odd about one leaves it out."""

from __future__ import annotations

from collections.abc import Iterator

from bot.http.reading import Activity, Attachment
from bot.incoming import DroppedFile

FILE = "application/vnd.microsoft.teams.file.download.info"
LONGEST_NAME, LONGEST_URL, LONGEST_TYPE, MOST_FILES = 255, 4096, 16, 10


def files_of(activity: Activity) -> tuple[DroppedFile, ...]:
    """The files of a message, at most ten."""
    return tuple(_files(activity))[:MOST_FILES]


def _files(activity: Activity) -> Iterator[DroppedFile]:
    for attachment in activity.attachments or ():
        if attachment.content_type != FILE:
            continue  # Teams sends the text again as HTML beside it
        content = attachment.content if isinstance(attachment.content, dict) else {}
        url, kind = content.get("downloadUrl"), content.get("fileType")
        if isinstance(url, str) and url.isprintable() and len(url) <= LONGEST_URL:
            yield DroppedFile(name=_name(attachment), url=url, type=_type(kind, attachment))


def _name(attachment: Attachment) -> str:
    name = attachment.name or ""
    return "".join(sign for sign in name if sign.isprintable())[:LONGEST_NAME]


def _type(kind: object, attachment: Attachment) -> str:
    """``xlsx``, as Teams says or else as the name ends."""
    said = kind if isinstance(kind, str) and kind else (attachment.name or "").rpartition(".")[2]
    return said.lower() if said.isalnum() and len(said) <= LONGEST_TYPE else ""
