"""Reports: what is shown of a fault, and what must not be."""

import vis_cli.rules
from vis_cli.check import check, rulebook
from vis_cli.diagnostics.text import TextReport
from vis_cli.registry import load
from vis_cli.source.tree import MemoryTree

NUMBER = "19121212-1212"


def test_a_personal_identity_number_is_reported_without_being_printed_again() -> None:
    files = {"registry/vis.yaml": f"id: vis\nname: Exempel {NUMBER}\nshort_name: E\ncounty: Exempellän\n"}
    tree = MemoryTree(files)
    found = check(load(tree), rulebook(vis_cli.rules), select=["VIS802"]).diagnostics
    report = TextReport(str, lambda path, revision: files[path].split("\n"))
    text = "\n".join([*report.full(found), *report.concise(found)])
    assert "registry/vis.yaml:2:15: error[VIS802]" in text
    assert NUMBER not in text
    assert "1212-1212" not in text
