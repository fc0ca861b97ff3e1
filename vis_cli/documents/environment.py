"""The closed environment of templates: plain data in, Markdown or a web page out, every string escaped on its way."""

from collections.abc import Callable, Mapping
from functools import lru_cache
from typing import Any

from jinja2 import StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError, nodes
from jinja2.compiler import CodeGenerator, Frame
from jinja2.environment import TemplateModule
from jinja2.exceptions import SecurityError
from jinja2.loaders import FunctionLoader
from jinja2.runtime import BlockReference, LoopContext, Macro, TemplateReference
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from vis_cli.documents import filters
from vis_cli.documents.escaping import MarkdownText
from vis_cli.documents.faults import Exhausted, TemplateFault, as_diagnostic
from vis_cli.errors import N_

__all__ = ["TemplateFault", "as_diagnostic", "render"]

DEEPEST = 32
"""How deep the data of a document may be nested."""

MOST_CALLS = 100_000
"""How many macros a document may call."""

_COMPARISONS = ("!=", "<", "<=", "==", ">", ">=", "eq", "equalto", "ge", "gt", "in", "le", "lt", "ne")
_KINDS = (
    "boolean",
    "defined",
    "false",
    "integer",
    "mapping",
    "none",
    "number",
    "sequence",
    "string",
    "true",
    "undefined",
)
_TESTS = (*_COMPARISONS, *_KINDS, "divisibleby", "even", "odd")

_LOOP = frozenset(
    ("depth", "depth0", "first", "index", "index0", "last", "length", "nextitem", "previtem", "revindex", "revindex0")
)
_CALLABLE = (Macro, BlockReference, LoopContext)


def render(templates: Mapping[str, str], name: str, context: Mapping[str, Any]) -> str:
    """The template `name` filled in with `context`; the others can be included.

    The context is plain data: str, int, float, bool, None, and dicts, lists and tuples of them. A string comes out
    as that text, whatever it holds; a `MarkdownText` (see `markdown.field`) as Markdown. A template whose name ends
    in `.html.j2` or `.svg.j2` makes a web page or a picture, and may have no Markdown. Raises TemplateFault.
    """
    _assert_plain(context)
    environment = _environment(tuple(sorted(templates.items())), name.endswith((".html.j2", ".svg.j2")))
    environment.calls = 0
    size, parts = 0, []
    try:
        for part in environment.get_template(name).generate(dict(context)):
            parts.append(part)
            size += len(part)
            if size > filters.LARGEST:
                raise SecurityError("too large")
    except Exception as error:
        raise _fault(error, name, templates) from error
    return "".join(parts)


def read(templates: Mapping[str, str], name: str) -> None:
    """Read the template `name`, without filling it in. Raises TemplateFault where it is none."""
    try:
        _environment(tuple(sorted(templates.items())), name.endswith((".html.j2", ".svg.j2"))).get_template(name)
    except Exception as error:
        raise _fault(error, name, templates) from error


class _Generator(CodeGenerator):
    """Compiles `a ~ b` to our own joining: Jinja's would escape for HTML."""

    def visit_Concat(self, node: nodes.Concat, frame: Frame) -> None:  # noqa: N802 - Jinja's name
        self.write("environment.concatenate((")
        for part in node.nodes:
            self.visit(part, frame)
            self.write(", ")
        self.write("))")

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: Any) -> str:
        """Nothing but the template's own text is settled beforehand: a constant would be escaped for HTML."""
        if isinstance(node, nodes.TemplateData):
            return super()._output_child_to_const(node, frame, finalize)
        raise nodes.Impossible


class _Missing(StrictUndefined):
    """A name that the data does not have; its error carries just the name."""

    @property
    def _undefined_message(self) -> str:
        return str(self._undefined_hint or self._undefined_name)


class _ClosedEnvironment(ImmutableSandboxedEnvironment):
    """Jinja without globals, methods, files and HTML."""

    code_generator_class = _Generator
    intercepted_binops = frozenset({"+", "-", "*", "/", "//", "%", "**"})
    concatenate = staticmethod(filters.concatenate)

    def __init__(
        self,
        templates: Mapping[str, str],
        output: Callable[[Any], Markup] = filters.output,
        known: Mapping[str, Callable[..., Any]] = filters.FILTERS,
    ) -> None:
        super().__init__(
            loader=FunctionLoader(lambda name: (templates[name], name, None) if name in templates else None),
            undefined=_Missing,
            autoescape=True,
            finalize=output,
            trim_blocks=True,
            lstrip_blocks=True,
            keep_trailing_newline=True,
        )
        self.globals = {}
        self.filters = dict(known)
        self.tests = {name: self.tests[name] for name in _TESTS}
        self.calls = 0

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        if isinstance(obj, LoopContext):
            return attr in _LOOP
        if isinstance(obj, (TemplateReference, TemplateModule)):
            return not attr.startswith("_")
        return type(obj).__name__ == "_GroupTuple" and attr in ("grouper", "list")

    def is_safe_callable(self, obj: Any) -> bool:
        self.calls += 1
        if self.calls > MOST_CALLS:
            raise SecurityError("too many macros are called")
        if isinstance(obj, _Missing):
            obj._fail_with_undefined_error()
        if not isinstance(obj, _CALLABLE):
            raise SecurityError("only a macro can be called")
        return True

    def getattr(self, obj: Any, attribute: str) -> Any:
        """`a.b` is a value of the data, never a method of its type."""
        if isinstance(obj, dict):
            return obj[attribute] if attribute in obj else self.undefined(obj=obj, name=attribute)
        return super().getattr(obj, attribute)

    def getitem(self, obj: Any, argument: Any) -> Any:
        """`a["b"]` is the same as `a.b`."""
        if isinstance(obj, dict):
            return obj[argument] if argument in obj else self.undefined(obj=obj, name=str(argument))
        return super().getitem(obj, argument)

    def call_binop(self, context: Any, operator: str, left: Any, right: Any) -> Any:
        numbers = all(isinstance(value, (int, float)) and abs(value) <= 10**12 for value in (left, right))
        if operator in ("%", "**") or not numbers:
            raise SecurityError(f"`{operator}` is only for numbers that are not too large; text is joined with `~`")
        return super().call_binop(context, operator, left, right)


class _PageEnvironment(_ClosedEnvironment):
    """The same for web pages."""

    concatenate = staticmethod(filters.page_concatenate)

    def __init__(self, templates: Mapping[str, str]) -> None:
        super().__init__(templates, filters.page_output, filters.PAGE_FILTERS)


@lru_cache(maxsize=4)
def _environment(templates: tuple[tuple[str, str], ...], page: bool) -> _ClosedEnvironment:
    """An environment with its compiled templates, kept for the next document of the same kind."""
    return (_PageEnvironment if page else _ClosedEnvironment)(dict(templates))


def _assert_plain(value: Any, depth: int = 0) -> None:
    """Nothing but plain data may reach a template; anything else is our own mistake."""
    if depth > DEEPEST:
        raise TypeError(f"the data of a document is nested more than {DEEPEST} deep")
    if isinstance(value, Mapping) and (depth == 0 or type(value) is dict):
        for key, inner in value.items():
            if type(key) is not str:
                raise TypeError(f"a key of a document's data is a {type(key).__name__}, not a str")
            _assert_plain(inner, depth + 1)
    elif type(value) in (list, tuple):
        for inner in value:
            _assert_plain(inner, depth + 1)
    elif value is not None and type(value) not in (str, int, float, bool, MarkdownText):
        raise TypeError(f"a document's data holds a {type(value).__name__}; only plain data may reach a template")


def _fault(error: Exception, name: str, templates: Mapping[str, str]) -> TemplateFault:
    """What went wrong in filling in a template, in our words and at its place."""
    place, line = _place(error, name, templates)
    if isinstance(error, TemplateSyntaxError):
        values = {"reason": _lower(error.message or "")}
        return TemplateFault(error.name or place, error.lineno, N_("not a template: {reason}"), values, unreadable=True)
    if isinstance(error, TemplateNotFound):
        missing = error.name or name
        return TemplateFault(place, line, N_("there is no template `{name}`"), {"name": missing}, unreadable=True)
    if isinstance(error, UndefinedError):
        return TemplateFault(place, line, N_("there is no `{name}` here"), {"name": error.message or ""})
    if isinstance(error, SecurityError):
        values = {"reason": _lower(error.message or "")}
        return TemplateFault(place, line, N_("a template may not do this: {reason}"), values, unreadable=True)
    if isinstance(error, RecursionError):
        return TemplateFault(place, line, N_("the template calls itself without end"), unreadable=True)
    if isinstance(error, Exhausted):
        return TemplateFault(place, line, N_("the template takes too much time"), unreadable=True)
    if isinstance(error, MemoryError):
        return TemplateFault(place, line, N_("the template takes too much memory"), unreadable=True)
    if isinstance(error, (TemplateError, TypeError, ValueError, ArithmeticError, LookupError)):
        # The messages of these two often are the value itself, and that is somebody's data.
        data = isinstance(error, (ValueError, LookupError))
        reason = type(error).__name__ if data else _lower(str(error))
        return TemplateFault(place, line, N_("this cannot be computed: {reason}"), {"reason": reason})
    raise error


def _place(error: Exception, name: str, templates: Mapping[str, str]) -> tuple[str, int]:
    """The template and line where `error` arose: those of the innermost frame that is a template's."""
    place, frame = (name, 1), error.__traceback__
    while frame is not None:
        if frame.tb_frame.f_code.co_filename in templates:
            place = (frame.tb_frame.f_code.co_filename, frame.tb_lineno)
        frame = frame.tb_next
    return place


def _lower(text: str) -> str:
    """Another library's message as part of ours."""
    return (text[:1].lower() + text[1:]).rstrip(".")
