"""The command line: options in, one call of the core, a report and an exit code out."""
