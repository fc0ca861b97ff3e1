"""Documents: plain data and a template become Markdown, and Markdown becomes an accessible PDF."""
