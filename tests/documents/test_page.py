"""Web pages: whatever a text holds, it is text."""

import pytest

from vis_cli.documents.environment import TemplateFault, render
from vis_cli.documents.escaping import MarkdownText

HOSTILE = "</title><script>alert(1)</script>&amp;\"'<!-- *a* `b`"


def page(template: str, **context: object) -> str:
    return render({"a.html.j2": template}, "a.html.j2", context)


def test_every_string_is_escaped_wherever_it_is_put() -> None:
    safe = "&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;amp;&quot;&#x27;&lt;!-- *a* `b`"
    assert page("<p>{{ text }}</p>", text=HOSTILE) == f"<p>{safe}</p>"
    assert page('<p title="{{ text }}">', text=HOSTILE) == f'<p title="{safe}">'
    assert page("{{ a ~ text }}", a="<i>", text=HOSTILE) == f"&lt;i&gt;{safe}"
    assert page("{% macro m(x) %}<i>{{ x }}</i>{% endmacro %}{{ m(text) }}", text=HOSTILE) == f"<i>{safe}</i>"
    assert page("{{ text|upper|lower|trim|default('x') }}", text=HOSTILE) == safe
    assert page("{{ (text|list)[0] }}", text=HOSTILE) == "&lt;"
    assert page("{% autoescape false %}{{ text }}{% endautoescape %}", text=HOSTILE) == safe


@pytest.mark.parametrize(
    "template",
    [
        "{{ text|safe }}",
        "{{ text|quote }}",
        "{{ text|link('https://example.org') }}",
        "{% macro m() %}<i>{% endmacro %}{{ m() ~ text }}",
        "{{ markdown }}",
    ],
)
def test_there_is_no_way_round_it(template: str) -> None:
    with pytest.raises(TemplateFault):
        page(template, text=HOSTILE, markdown=MarkdownText("**a**"))


def test_markdown_is_made_as_before_beside_it() -> None:
    templates = {"a.html.j2": "{{ text }}", "a.md.j2": "{{ text }}"}
    assert render(templates, "a.md.j2", {"text": "*a* <b>"}) == "\\*a\\* \\<b>"
    assert render(templates, "a.html.j2", {"text": "*a* <b>"}) == "*a* &lt;b&gt;"
