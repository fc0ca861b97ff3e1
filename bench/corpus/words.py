"""The words that generated registries are made of, and sentences of them."""

import random
from collections.abc import Iterable
from itertools import product

FIRST = (
    "Algot Birgitta Cecilia Dagmar Edvin Fredrika Gunhild Henrik Ingegerd Josefin Kristoffer Ludvig Mattias Nanna "
    "Oskar Petronella Ragnhild Sigfrid Torbjörn Ulrika Valdemar Yngve Åke Ägda Örjan Blenda Folke Hillevi Jerker "
    "Solveig"
).split()
LAST = (
    "Abrahamsson Bergqvist Cederlund Djurberg Ekengren Fältskog Gyllenhammar Hjelmstedt Isaksson Järnkrona Klockare "
    "Ljungman Mörtberg Nordenskjöld Odencrantz Palmblad Rosenquist Stormhatt Täljsten Uggelberg Vänerstrand "
    "Wachtmeister Ytterholm Zakrisson Åkerhielm Ängsgård Östervall Brunkulla Fjällgren Hagtorn"
).split()
_PLACE = (
    "Alm Björk Dal Ek Fors Gran Hag Kvarn Lind Mark Näs Ord Pil Rud Sjö Tall Ulv Vad Ås Ör Häger Brunn Sten Kron"
).split()
_ENDING = "by köping sund vik torp lunda stad hammar fjärd holm".split()
TOWNS = [f"{place}{ending}" for ending, place in product(_ENDING, _PLACE)]
DISTRICTS = "Norra Södra Östra Västra Inre Yttre".split()
TOPICS = (
    "rehabilitering hemsjukvård skolhälsa tandvård demensvård habilitering missbruk barnhälsa nutrition hjälpmedel "
    "palliativ-vård utskrivning ungdomsmottagning digitalisering läkemedel förebyggande-arbete"
).split()
TITLES = "enhetschef verksamhetschef områdeschef avdelningschef samordnare utvecklingsledare socialchef".split()
TARGETS = "äldre barn unga vuxna anhöriga personer-med-funktionsnedsättning nyanlända".split()
_TEXT = (
    "gruppen ska enligt överenskommelsen följa upp arbetet med åtgärder för bättre samverkan mellan regionen och "
    "kommunerna i området under året samt återkomma till mötet med förslag på tidplan och ansvariga för de frågor som "
    "rör vårdövergångar hemtjänst utskrivning och läkemedel det är viktigt att alla berörda får möjlighet att yttra "
    "sig innan styrgruppen fattar beslut om fortsatt utveckling av gemensamma arbetssätt rutiner och mätningar"
).split()


def slug(text: str) -> str:
    """The text as an id: å and ä become a, ö becomes o."""
    plain = text.lower().translate(str.maketrans("åäöé", "aaoe"))
    return "-".join("".join(sign if sign.isalnum() else " " for sign in plain).split())


def sentence(rng: random.Random, least: int = 8, most: int = 14) -> str:
    """A sentence that looks like Swedish; now and then with a dash."""
    words = rng.choices(_TEXT, k=rng.randint(least, most))
    if rng.random() < 0.05:
        words.insert(4, "–")
    return " ".join(words).capitalize() + "."


def folded(key: str, lines: Iterable[str], indent: int = 0) -> list[str]:
    """A text over several lines that reads as one (`>-`)."""
    return _block(key, ">-", lines, indent)


def literal(key: str, lines: Iterable[str], indent: int = 0) -> list[str]:
    """A text whose line ends count (`|`)."""
    return _block(key, "|", lines, indent)


def _block(key: str, style: str, lines: Iterable[str], indent: int) -> list[str]:
    pad = " " * (indent + (4 if key.startswith("- ") else 2))
    return [f"{' ' * indent}{key}: {style}", *(pad + line for line in lines)]
