"""The report for code scanning: SARIF 2.1.0, with the page of every rule that found something."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from urllib.parse import quote

from vis_cli.diagnostics.contact_data import told
from vis_cli.diagnostics.diagnostic import Diagnostic, Label, Severity
from vis_cli.diagnostics.json import dumped
from vis_cli.diagnostics.report import Report
from vis_cli.diagnostics.wording import fill
from vis_cli.places import Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "gap": "note"}
_LINK, _PLACEHOLDER = re.compile(r"\](?=\()"), re.compile(r"\{(?=\d+\})")


@dataclass(frozen=True, slots=True)
class About:
    """What is told of a rule beside what it found."""

    name: str
    severity: Severity
    headline: str
    page: str


def as_sarif(report: Report, rules: Mapping[str, About], *, version: str, language: str) -> str:
    """One run with its rules and results. Columns are counted in code points."""
    codes = sorted({item.code for item in report.found})
    driver = {
        "name": "vis",
        "version": version,
        "language": language,
        "rules": [_rule(code, rules[code]) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [{"executionSuccessful": True}],
        "results": list(_results(report, codes)),
    }
    return dumped({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]})


def _rule(code: str, about: About) -> dict[str, Any]:
    return {
        "id": code,
        "name": "".join(word.capitalize() for word in about.name.split("-")),
        "shortDescription": {"text": about.headline},
        "fullDescription": {"text": about.headline},
        "help": {"text": about.page, "markdown": about.page},
        "defaultConfiguration": {"level": _LEVELS[about.severity]},
    }


def _results(report: Report, codes: list[str]) -> Iterable[dict[str, Any]]:
    for index, item, message in report.words():
        result: dict[str, Any] = {
            "ruleId": item.code,
            "ruleIndex": codes.index(item.code),
            "level": _LEVELS[item.severity],
            "message": {"text": _plain(message)},
            "locations": [{"physicalLocation": _place(report, item.primary)}],
            "partialFingerprints": {"vis/v1": report.fingerprints[index]},
        }
        if item.related:
            result["relatedLocations"] = [
                _related(report, item, number, label) for number, label in enumerate(item.related, 1)
            ]
        if report.old is not None:
            result["baselineState"] = "unchanged" if index in report.old else "new"
        yield result


def _related(report: Report, item: Diagnostic, number: int, label: Label) -> dict[str, Any]:
    text = told(label.message, label.values or item.values, report.translate)
    if label.span.revision:
        text += fill(" [{place}]", {"place": str(label.span)}, str)
    return {"id": number, "message": {"text": _plain(text)}, "physicalLocation": _place(report, label.span)}


def _place(report: Report, span: Span) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _uri(report.path(span)), "uriBaseId": "%SRCROOT%"}}
    if not span.revision:  # of a file as it was, no line of the file as it is
        place["region"] = {
            "startLine": span.line,
            "startColumn": span.column,
            "endLine": span.line,
            "endColumn": report.end(span),
        }
    return place


def _uri(path: str) -> str:
    return quote(path.encode("utf-8", "surrogateescape"), safe="/")


def _plain(text: str) -> str:
    """A message has links, `[words](place)`, and placeholders, `{0}`: a word joiner keeps data from being one."""
    return _PLACEHOLDER.sub("{\u2060", _LINK.sub("]\u2060", text))
