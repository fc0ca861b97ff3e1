"""One rule a module, found by discovery; the module's name gives the code."""
