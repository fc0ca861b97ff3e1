"""What is wrong, ready to print: diagnostics as frozen data."""

from vis_cli.diagnostics.diagnostic import Diagnostic, Label, Severity, diagnostic

__all__ = ["Diagnostic", "Label", "Severity", "diagnostic"]
