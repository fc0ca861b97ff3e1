"""A document to try everything on: the minutes of an invented group's invented meeting."""

from datetime import date
from pathlib import Path
from typing import Any

from vis_cli.documents import markdown
from vis_cli.documents.environment import render
from vis_cli.documents.pdf import About

ABOUT = About(
    title="Tjänstestyrgruppen: minnesanteckningar 19 februari 2026",
    day=date(2026, 2, 19),
    organisation="Vård i samverkan i Exempellän",
    subject="Minnesanteckningar från möte med tjänstestyrgruppen",
    running_header="Tjänstestyrgruppen: minnesanteckningar 19 februari 2026",
    footer_line="Version 1.0 · 2026-02-20 · 3f2a91c · ocheckade ändringar",
)


def _item(title: str, type_: str, presenters: list[str], text: str, **more: Any) -> dict[str, Any]:
    given = {name: markdown.field(value) if name == "decision" else value for name, value in more.items()}
    return {
        "title": title,
        "type": type_,
        "presenters": presenters,
        "text": markdown.field(text),
        "decision": None,
        "contributions": [],
        **given,
    }


CONTEXT: dict[str, Any] = {
    "group": "Tjänstestyrgruppen",
    "date": "2026-02-19",
    "start": "14:00",
    "end": "16:00",
    "place": "Sammanträdesrum Brunnen, Exempelgatan 4, Exempelby",
    "attendance": [
        {
            "label": "Närvarande från regionen",
            "people": [
                "Maria Exempelsson, närsjukvårdsdirektör",
                "Christer Provman, avdelningschef närsjukvård",
                "Mona Andraprov, enhetschef psykiatri och samverkan",
            ],
        },
        {
            "label": "Närvarande från kommunerna",
            "people": [
                "Peter Mallström, verksamhetschef (ordförande)",
                "Karin Testdotter, äldredirektör, Exempelby kommun",
                "Veronika Provén, socialdirektör, Provköping",
                "Stefan Påhittner, förvaltningschef, Mönsterås by",
            ],
        },
        {"label": "Frånvarande", "people": ["Anders Frånvén, hälso- och sjukvårdsdirektör"]},
        {"label": "Processledning", "people": ["Tina Låtsas, processledare", "Lisa Skengren, processledare"]},
    ],
    "items": [
        _item(
            "Välkommen och inledning",
            "Information",
            ["Peter Mallström"],
            "Ordföranden hälsar alla välkomna och går igenom dagordningen.",
        ),
        _item(
            "Föregående minnesanteckningar",
            "Beslut",
            ["Peter Mallström"],
            "Minnesanteckningarna från mötet den 17 november gås igenom.",
            decision="Minnesanteckningarna fastställs och läggs till handlingarna.",
        ),
        _item(
            "Nytt system för samverkansöverenskommelser",
            "Information",
            ["Fredrik Exempelius", "Anna Mallberg"],
            """\
Projektledaren informerar om projektet som nu pågår för att införa ett nytt system för överenskommelser inom hälsa,
vård och omsorg. Syftet är en mer samordnad, tydlig och tillgänglig struktur.

# Bakgrund

Nuvarande struktur omfattar **17 överenskommelser** som upplevs spretiga, delvis inaktuella och svåra att överblicka.
Det saknas en gemensam process för framtagande, uppföljning och förvaltning. Projektet löper 2026–2028 i tre steg:

1. ta fram en gemensam struktur och ett gemensamt språk
2. minska antalet överenskommelser genom klustring
   - vuxna och äldre
   - barn och ungas hälsa
   - psykisk ohälsa och beroende
3. migrera befintliga överenskommelser

# Styrning

Projektet har en styrgrupp och en huvudprojektgrupp. *Referensgrupper* är samrådsgrupperna. Mer finns på
[projektets sida](https://www.example.se/projekt/overenskommelser) och hos
<projekt@example.se>.""",
            contributions=[
                "Styrgruppen ser ett tydligt behov av projektet och tycker att det ser mycket bra ut.",
                "Är syftet att minska antalet överenskommelser? Det finns frågor där vi inte har några, "
                "och dem behöver vi också fånga upp.",
            ],
        ),
        _item(
            "Fördelning av statliga stimulansmedel för psykisk hälsa och suicidprevention",
            "Beslut",
            ["Lisa Skengren"],
            """\
Totalt tilldelas länet drygt 81 miljoner kronor för 2026 inom psykisk hälsa och suicidprevention.

| Ändamål | Belopp, kronor | Andel |
|---|---:|---:|
| Länsgemensamma satsningar | 18\u00a0000\u00a0000 | 22 % |
| Regionen | 31\u00a0500\u00a0000 | 39 % |
| Kommunerna, fördelat efter antal invånare den 31 december | 31\u00a0500\u00a0000 | 39 % |

Medlen kan användas för den nationella strategin, brukardelaktighet, kunskapsstyrning, samsjuklighet och
suicidprevention.""",
            contributions=[
                "För de mindre kommunerna blir beloppen inte så stora och effekterna små. "
                "Går det att använda dem gemensamt?",
                "Det är viktigt att redan nu börja se över vad medlen kan användas till 2027.",
            ],
            decision="""\
Tjänstestyrgruppen beslutar att

1. avsätta 18\u00a0000\u00a0000 kronor till länsgemensamma satsningar,
2. dela resterande belopp lika mellan huvudmännen, och
3. ge processledningen i uppdrag att återkomma med en plan för uppföljning.""",
        ),
        _item(
            "Strategisk dialog",
            "Diskussion",
            ["Tina Låtsas", "Rebecka Provlund"],
            """\
Processledningen har gått igenom handlingsplanen och gjort en preliminär bedömning av vad som är mest prioriterat.

# Målområde 1: Sömlös vård och omsorg

- Hur utvecklar vi samverkansstrukturen så att den utvecklas i den riktning vi vill och behöver?
- Kommunerna behöver involveras i arbetet med att utveckla samverkan med sjukhusen och den specialiserade vården, som
  en del i omställningen till nära vård.
- It-stöd vid utskrivning från slutenvård bör prioriteras, då potentialen för effekt är stor.

# Målområde 2: Personcentrerad vård och omsorg

- Strukturerna är så starka att den operativa kraften blir svag. Kan vi styra om så att samverkan hamnar i förgrunden?
- Vi är duktiga på att bygga struktur men glömmer ibland varför vi gör det.

> Vi behöver gå från struktur till handling och våga göra mer tillsammans.

# Målområde 3: Befolkningens hälsa

- För grupper med sämre hälsa behöver vi göra fler gemensamma insatser och ta hjälp av varandras kunskap.
- Regionens och kommunernas förebyggande arbete behöver bättre jacka i varandra.""",
        ),
        _item(
            "Rapporten Vård i samverkan 2025",
            "Beslut",
            ["Rebecka Provlund"],
            "Rapporten redovisar genomförda aktiviteter under 2025.",
            decision="Tjänstestyrgruppen rekommenderar den politiska styrgruppen att godkänna rapporten.",
        ),
        _item(
            "Nästa möte", "Information", ["Peter Mallström"], "Nästa möte är digitalt den 18 maj klockan 14.00–16.00."
        ),
    ],
}


def demo_markdown() -> str:
    """The demonstration document as Markdown."""
    template = Path(__file__).with_name("minutes.md.j2").read_text(encoding="utf-8")
    return render({"minutes.md.j2": template}, "minutes.md.j2", CONTEXT)
