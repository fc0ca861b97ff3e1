"""Places, by the path that everything above the text imports them from."""

from vis_cli.places import Route, Span, span_at

__all__ = ["Route", "Span", "span_at"]
