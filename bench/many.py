"""Set many agendas as PDF in one process: `python bench/many.py FOLDER COUNT`."""

import sys
from itertools import islice
from pathlib import Path

from vis_cli.documents.agenda import agenda
from vis_cli.documents.environment import render
from vis_cli.documents.pdf import About, to_pdf
from vis_cli.documents.style import templates
from vis_cli.model.meeting import Meeting
from vis_cli.registry import load
from vis_cli.source.tree import WorkTree


def main() -> None:
    """Load the registry once, and set the agendas of its first meetings."""
    registry = load(WorkTree(Path(sys.argv[1]))).registry
    style = templates({})
    texts = {name: data.decode() for name, data in style.items() if name.endswith(".j2")}
    total = 0
    for record in islice(registry.all(Meeting), int(sys.argv[2])):
        made = agenda(registry, record)
        text = render(texts, made.template, made.context)
        about = About(title=made.title, day=made.day, organisation=made.organisation, subject=made.subject)
        total += len(to_pdf(text, about, style))
    print(total, "bytes")


if __name__ == "__main__":
    main()
