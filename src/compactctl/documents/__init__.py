"""One document by its keys: statement, annex, compact, config; years, signatures, status. Pydantic is their source."""
