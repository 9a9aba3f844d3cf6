"""response ledger: the proof of what became of one immediate response."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Annotated

import typer

from cli.service import OPERATOR, Open, console, run
from domain.faults import Fault
from usecases.responses.ledger import Json, ledger

WriteBook = Callable[[Path, Json], None]
ENDINGS = (".json", ".xlsx")


def add_to(app: typer.Typer, open_service: Open, write_book: WriteBook) -> None:
    """Add the commands; ``write_book`` writes the workbook."""
    responses = typer.Typer(no_args_is_help=True, help="Immediate responses and incidents.")
    app.add_typer(responses, name="response")

    @responses.command("ledger")
    def one(
        number: Annotated[str, typer.Argument(help="as on its card: IR-41")],
        out: Annotated[Path, typer.Option(help="a file that ends in .xlsx or .json")],
    ) -> None:
        """Write every step with time and person; never what anybody wrote."""
        found = run(_ledger(open_service, number, out))
        if out.suffix == ".xlsx":
            write_book(out, found)
        else:
            text = json.dumps(found, indent=2, ensure_ascii=False)
            out.write_text(f"{text}\n", encoding="utf-8")
        console.print(f"{found['number']}: {len(found['lines'])} lines in {out}.", markup=False)

    @responses.callback()
    def group() -> None:
        """Immediate responses and incidents."""


async def _ledger(open_service: Open, number: str, out: Path) -> Json:
    if out.suffix not in ENDINGS:
        raise Fault(f"I write .xlsx or .json, not {out.suffix or 'a file without an ending'}.")
    async with open_service() as service, service.units() as uow:
        found = await ledger(uow, service.council, number, service.clock(), actor=OPERATOR)
        await uow.commit()
    return found
