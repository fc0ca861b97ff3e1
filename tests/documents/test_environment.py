"""Templates: what they may do, what they may not, and where a fault is said to be."""

from pathlib import Path
from typing import Any

import pytest

from vis_cli.documents import markdown
from vis_cli.documents.environment import TemplateFault, as_diagnostic, render

DATA: dict[str, Any] = {
    "title": "Avtal om *god* vård [x](javascript:y) <b> | # 1.",
    "items": [1, 2],
    "parts": [{"name": "Öby", "day": "2026-01-02"}, {"name": "Åby", "day": "2025-01-01"}],
    "text": markdown.field("# Rubrik\n\n- *punkt*\n- till"),
    "nothing": None,
}


def filled(template: str, **more: str) -> str:
    return render({"t.md.j2": template, **more}, "t.md.j2", DATA)


def fault(template: str, **more: str) -> TemplateFault:
    with pytest.raises(TemplateFault) as raised:
        filled(template, **more)
    return raised.value


@pytest.mark.parametrize(
    ("template", "text"),
    [
        ("{{ title }}", r"Avtal om \*god\* vård \[x\](javascript:y) \<b> \| \# 1."),
        ("{{ '*a*' }} **{{ 'b' }}**", r"\*a\* **b**"),
        ("{{ title|lower|upper }}", r"AVTAL OM \*GOD\* VÅRD \[X\](JAVASCRIPT:Y) \<B> \| \# 1."),
        ("{{ '*' ~ text }}", "\\*# Rubrik\n\n- *punkt*\n- till"),
        ("{% set x %}{{ '*' }}{% endset %}{{ x }}", r"\*"),
        ("{% macro m(x) %}**{{ x }}**{% endmacro %}{{ m('*') }}", r"**\***"),
        ("{% macro m() %}<{{ caller() }}>{% endmacro %}{% call m() %}{{ '*' }}{% endcall %}", r"<\*>"),
        ("{% autoescape false %}{{ '*' }}{% endautoescape %}", r"\*"),
        ("{{ text }}", "# Rubrik\n\n- *punkt*\n- till"),
        ("- {{ text|below(2)|indent }}", "- ### Rubrik\n\n  - *punkt*\n  - till"),
        ("{{ text|quote }}", "> # Rubrik\n>\n> - *punkt*\n> - till"),
        ("{{ parts|sort(attribute='name')|map(attribute='name')|listing }}", "Åby och Öby"),
        ("{{ ['a', '*', 'c']|listing }}", r"a, \* och c"),
        ("{{ ['*', text]|join('|') }}", "\\*\\|# Rubrik\n\n- *punkt*\n- till"),
        ("{{ 'Sidan *'|link('https://example.se/a b_(c)') }}", r"[Sidan \*](<https://example.se/a%20b_(c)>)"),
        ("{{ 'Sidan'|link('javascript:alert(1)') }}", "Sidan"),
        ("{{ 'Sidan'|link(nothing) }}", "Sidan"),
        ("{{ '2026-02-19'|long_date|sentence }}", "Torsdagen den 19\u00a0februari 2026"),
        ("{{ 18000000|kronor }}, {{ '14:00'|clock }}", "18\u00a0000\u00a0000\u00a0kronor, 14.00"),
        ("{{ nothing }}{{ true }}", "ja"),
        ("{{ items[0] + 2 * 3 }}", "7"),
        ("{{ parts[0]['name'] }}", "Öby"),
        ("{% for p in parts %}{{ loop.index }}{% endfor %}", "12"),
        ("{% if missing is defined %}a{% else %}b{% endif %}", "b"),
    ],
)
def test_a_template_prints_text_as_text_and_markdown_as_markdown(template: str, text: str) -> None:
    assert filled(template) == text


def test_a_template_includes_and_imports_others() -> None:
    parts = {"a.j2": "{{ title|upper|length }}", "b.j2": "{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}"}
    assert filled("{% include 'a.j2' %} {% import 'b.j2' as b %}{{ b.twice('*') }}", **parts) == r"48 \*\*"


@pytest.mark.parametrize(
    "template",
    [
        "{{ 'a'.center(10**9) }}",
        "{{ 'a' * 10**10 }}",
        "{{ 'x'|center(10**9) }}",
        "{{ '%1000000000d' % 1 }}",
        "{{ (10**(10**8)) > 1 }}",
        "{{ range(9) }}",
        "{{ lipsum() }}",
        "{{ cycler }}",
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ items|attr('__class__') }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ 'a'.format }}",
        "{{ parts|map(attribute='__class__')|join }}",
        "{{ parts|groupby('__class__') }}",
        "{{ self.__init__ }}",
        "{{ self }}",
        "{% set ns = namespace(s='a') %}",
        "{% macro m() %}{% endmacro %}{{ m._func }}",
        "{% macro m() %}{% endmacro %}{{ m.name }}",
        "{% for i in items %}{{ loop.cycle('a') }}{% endfor %}",
        "{{ [].append(1) }}",
        "{{ parts[0].items() }}",
        "{{ parts[0].update }}",
        "{{ text.join }}",
        "{{ text|safe }}",
        "{{ text|replace('a', 'b') }}",
        "{{ parts }}",
        "{% include '/etc/passwd' %}",
        "{% include '../pyproject.toml' %}",
        "{% set x = 'a' %}" + "{% set x = x ~ x %}" * 40,
        "{% set x = 'a' %}" + "{% set x %}{{ x }}{{ x }}{% endset %}" * 40,
        "{% set x = 'a' %}" + "{% set x = x|replace('a', 'aa') %}" * 40,
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(40) }}",
        "{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}",
        "{% include 't.md.j2' %}",
        "{% extends 't.md.j2' %}",
    ],
)
def test_a_template_cannot_leave_its_data(template: str) -> None:
    assert fault(template).name == "t.md.j2"


def test_a_template_cannot_print_without_end() -> None:
    long = "{% set x %}" + "a" * 1_000_000 + "{% endset %}{% for i in [1, 2, 3, 4, 5, 6, 7, 8, 9] %}{{ x }}{% endfor %}"
    assert fault(long).values == {"reason": "too large"}


@pytest.mark.parametrize("value", [Path("a"), object(), b"a", {1: "a"}, {"a"}, [[Path("a")]], {"a": Path}])
def test_nothing_but_plain_data_reaches_a_template(value: object) -> None:
    with pytest.raises(TypeError):
        render({"t": ""}, "t", {"x": value})


def test_data_without_end_is_refused() -> None:
    endless: list[Any] = []
    endless.append(endless)
    with pytest.raises(TypeError, match="32 deep"):
        render({"t": ""}, "t", {"x": endless})


@pytest.mark.parametrize(
    ("template", "line", "code", "message"),
    [
        ("a\n\n{% if %}", 3, "VIS401", "not a template: expected an expression, got 'end of statement block'"),
        ("a\n{{ x|nope }}", 2, "VIS401", "not a template: no filter named 'nope'"),
        ("a\n{% include 'nope.j2' %}", 2, "VIS401", "there is no template `nope.j2`"),
        ("a\n\n\n{{ items() }}", 4, "VIS401", "a template may not do this: only a macro can be called"),
        ("a\n{{ nope }}", 2, "VIS402", "there is no `nope` here"),
        ("a\n{{ parts[0].nope }}", 2, "VIS402", "there is no `nope` here"),
        ("a\n{{ range(3) }}", 2, "VIS402", "there is no `range` here"),
        ("{{ 1 }}\n\n{% block b %}\n{{ nope }}\n{% endblock %}", 4, "VIS402", "there is no `nope` here"),
        ("\n{{ 'x'|long_date }}", 2, "VIS402", "this cannot be computed: ValueError"),
        ("\n{{ 1 / 0 }}", 2, "VIS402", "this cannot be computed: division by zero"),
    ],
)
def test_a_fault_has_its_line_and_its_code(template: str, line: int, code: str, message: str) -> None:
    found = as_diagnostic(fault(template), "templates/t.md.j2")
    assert (found.code, found.primary.path, found.primary.line) == (code, "templates/t.md.j2", line)
    assert found.message.format(**found.values) == message


def test_a_fault_in_an_included_template_is_placed_there() -> None:
    found = fault("a\n{% include 'part.j2' %}", **{"part.j2": "\n\n{{ nope }}"})
    assert (found.name, found.line) == ("part.j2", 3)


def test_a_missing_template_is_a_fault() -> None:
    with pytest.raises(TemplateFault, match="there is no template `a`"):
        render({}, "a", {})
