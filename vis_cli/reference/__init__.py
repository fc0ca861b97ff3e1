"""What is derived from the code and kept beside it: reference pages, schemas, the compiled catalogue."""
