"""The import table: what each folder may import, and nothing else.

A contract type for import-linter, used in pyproject.toml. Import-linter's own types name what is
forbidden, so a new package would be allowed everywhere until somebody thought of it; this one
names what is allowed.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from typing import cast

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class MayImport(Contract):
    """One row of the table: the modules of ``folder`` import themselves and ``allowed`` only.

    The standard library is allowed to all. What a TYPE_CHECKING block imports counts as well.
    """

    folder = fields.StringField()
    allowed = fields.ListField(subfield=fields.StringField())

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:  # noqa: ARG002, FBT001 - import-linter's signature
        """Find the imports that the row does not allow."""
        # import-linter puts the value where the class holds the field
        named = cast("Iterable[str]", self.allowed)
        allowed = {str(self.folder), *named} | sys.stdlib_module_names
        broken = sorted(
            f"{importer} imports {imported} (line {_line(graph, importer, imported)})"
            for importer in self._modules(graph)
            for imported in graph.find_modules_directly_imported_by(importer)
            if imported.split(".")[0] not in allowed
        )
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        """Say what was found, a line each."""
        for sentence in check.metadata["broken"]:
            output.print_error(sentence)

    def _modules(self, graph: ImportGraph) -> set[str]:
        folder = str(self.folder)
        return {folder} | graph.find_descendants(folder)


def _line(graph: ImportGraph, importer: str, imported: str) -> int:
    details = graph.get_import_details(importer=importer, imported=imported)
    return min(found["line_number"] for found in details)
