"""trail verify and trail anchor: finds entries that were edited, dropped, reordered or cut off."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

from cli.service import Open, console, run
from domain.trail import faults

Heads = dict[str, tuple[int, str]]

ANCHOR = typer.Option(help="a file outside the database, kept where its users cannot write")


def add_to(app: typer.Typer, open_service: Open) -> None:
    """Add the commands."""
    group = typer.Typer(no_args_is_help=True, help="The trail of what was done.")
    app.add_typer(group, name="trail")

    @group.command("verify")
    def verify(anchor: Annotated[Path | None, ANCHOR] = None) -> None:
        """Check every chain; with an anchor a cut tail shows too. Exit code 1 on any fault."""
        if run(_verify(open_service, _read(anchor) if anchor else {})):
            raise typer.Exit(1)

    @group.command("anchor")
    def anchor(to: Path) -> None:
        """Append the head of every chain to a file, for ``verify --anchor``."""
        run(_anchor(open_service, to))


async def _verify(open_service: Open, anchored: Heads) -> int:
    found: list[str] = []
    entries, unseen = 0, dict(anchored)
    async with open_service() as service, service.units(reading=True) as uow:
        async for chain in uow.trail.chains():
            entries += len(chain)
            found += faults(chain, head=unseen.pop(str(chain[0].subject), None))
    found += [
        f"{subject}: all of its {head[0]} entries are gone" for subject, head in unseen.items()
    ]
    for line in found:
        console.print(line, markup=False)
    console.print(f"{entries} entries checked, {len(found)} faults found.")
    return len(found)


async def _anchor(open_service: Open, to: Path) -> None:
    async with open_service() as service, service.units(reading=True) as uow:
        at = service.clock().isoformat(timespec="seconds")
        heads = [chain[-1] async for chain in uow.trail.chains()]
    lines = [
        json.dumps({"at": at, "subject": str(h.subject), "seq": h.seq, "digest": h.digest})
        for h in heads
    ]
    to.parent.mkdir(parents=True, exist_ok=True)
    with to.open("a", encoding="utf-8") as file:
        file.writelines(f"{line}\n" for line in lines)
    console.print(f"{len(lines)} heads written to {to}.", markup=False)


def _read(anchor: Path) -> Heads:
    """The newest head of each subject; refused where the file is no anchor."""
    heads: Heads = {}
    try:
        for line in anchor.read_text(encoding="utf-8").splitlines():
            entry = json.loads(line)
            heads[entry["subject"]] = (int(entry["seq"]), str(entry["digest"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise typer.BadParameter(f"{anchor} is no anchor file of this service") from error
    return heads
